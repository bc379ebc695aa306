package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.shared.Open;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.InspectMember;
import dev.moim.application.member.port.in.ListMembers;
import dev.moim.application.member.port.in.ListWarnings;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ViewReport;
import dev.moim.application.shared.PageRequest;
import dev.moim.bootstrap.Api.Answer;
import dev.moim.bootstrap.People.Someone;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.WarningId;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Mistakes that were found in earlier systems, one test for each, in the words in which they were
 * written down.
 */
@Import(MustNotComeBackTest.ForgottenController.class)
class MustNotComeBackTest extends RunningMoim {
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Tables that jobs write to, whatever anybody asks. */
  private static final Set<String> OF_JOBS =
      Set.of("SCHEDULED_TASKS", "OUTBOX_MESSAGES", "INBOX_EVENTS");

  private static final AtomicInteger HOURS = new AtomicInteger();
  private static final Pattern LINK_TOKEN = Pattern.compile("#\\S*token=([A-Za-z0-9_-]+)");
  private static final Origin ORIGIN = new Origin("192.0.2.1", "a test");

  @Autowired private BeanFactory program;
  @Autowired private DataSource database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping endpoints;

  private People people;

  /** Endpoints that somebody added without a thought about rights. */
  @RestController
  @Hidden
  static class ForgottenController {
    @GetMapping("/api/v1/forgotten")
    String forgotten() {
      return "a secret";
    }

    @GetMapping("/elsewhere/forgotten")
    String elsewhere() {
      return "a secret";
    }
  }

  /** An operation at a path template of the description. */
  private record Described(String method, String template, boolean open) {
    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  /** People, and what is between them. */
  private record Scene(
      Someone owner, Someone guest, Someone stranger, Someone manager, Someone admin, Ids ids) {}

  /** Identifiers of all that is in a scene. */
  private record Ids(String warning, String report, List<String> all) {}

  @BeforeEach
  void meetPeople() {
    people = new People(program);
  }

  private Path data() {
    return program.getBean(MoimSettings.class).data();
  }

  private Api as(Someone someone) {
    return api().with(someone.token());
  }

  private Scene scene() {
    Someone owner = people.member();
    Someone guest = people.member();
    Someone manager = people.with(Role.MANAGER);
    Someone admin = people.with(Role.ADMIN);
    Api host = as(owner);
    String confirmed = created(host.post("/rooms", room()), "id");
    String open = created(host.post("/rooms", room()), "id");
    as(guest).post("/rooms/" + confirmed + "/members");
    as(guest).post("/rooms/" + open + "/members");
    String meeting = created(host.post("/rooms/" + confirmed + "/confirmation"), "id");
    String request = created(host.post("/match-requests", exercise()), "id");
    String report =
        created(
            as(guest)
                .post(
                    "/reports",
                    Map.of("subject", Map.of("kind", "ROOM", "id", open), "reason", "is rude")),
            "id");
    String warning =
        created(
            as(manager)
                .post("/members/" + people.member().id() + "/warnings", Map.of("reason", "late")),
            "id");
    List<String> all =
        List.of(
            owner.id().toString(),
            owner.session().toString(),
            open,
            meeting,
            request,
            report,
            warning);
    return new Scene(owner, guest, people.member(), manager, admin, new Ids(warning, report, all));
  }

  private static String created(Answer answer, String field) {
    assertThat(answer.status()).as("%s", answer).isIn(200, 201, 202);
    return answer.text(field);
  }

  private static Map<String, Object> room() {
    return Map.of(
        "title",
        "A room",
        "category",
        "meal",
        "capacity",
        4,
        "meetsAt",
        Instant.now().plus(1, ChronoUnit.DAYS).toString());
  }

  /** At an hour of its own, so that no two of these requests find each other. */
  private static Map<String, Object> exercise() {
    Instant from =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .plus(Duration.ofHours(24 + 2L * HOURS.incrementAndGet()));
    Map<String, String> when =
        Map.of("from", from.toString(), "to", from.plus(Duration.ofHours(1)).toString());
    return Map.of("category", "exercise", "condition", Map.of("when", when));
  }

  private List<Described> described() {
    List<Described> found = new ArrayList<>();
    JsonNode document = raw(api(), "GET", "/v3/api-docs").json();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                    found.add(
                        new Described(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue().path("security").isEmpty()))));
    assertThat(found).hasSizeGreaterThan(40);
    return found;
  }

  private static Answer raw(Api api, String method, String path, String... headers) {
    return api.sendTo(method, path, BodyPublishers.noBody(), headers);
  }

  /** The template with each of the identifiers in turn, whatever it is an identifier of. */
  private static Stream<String> paths(Described endpoint, List<String> ids) {
    String template = endpoint.template().replace("{provider}", "github");
    return template.contains("{")
        ? ids.stream().map(id -> template.replaceAll("\\{[^}]*}", id))
        : Stream.of(template.equals("/api/v1/match-requests") ? template + "?mine" : template);
  }

  /** What every described GET answers, on every identifier. */
  private List<Answer> everythingShown(Api to, Scene scene) {
    List<Answer> answers =
        described().stream()
            .filter(endpoint -> endpoint.method().equals("GET"))
            .flatMap(endpoint -> paths(endpoint, scene.ids().all()))
            .map(path -> raw(to, "GET", path))
            .toList();
    assertThat(answers).hasSizeGreaterThan(40);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeGreaterThan(10);
    assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    return answers;
  }

  /** All rows with all columns, by table; once nothing is under way any more. */
  private Map<String, List<String>> stored() {
    await().atMost(A_WHILE).until(() -> rows("OUTBOX_MESSAGES").isEmpty());
    Map<String, List<String>> tables = new TreeMap<>();
    column("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
        .stream()
        .filter(table -> !OF_JOBS.contains(table))
        .forEach(table -> tables.put(table, rows(table)));
    assertThat(tables).containsKeys("MEMBERS", "SESSIONS", "ROOMS");
    return tables;
  }

  private List<String> rows(String table) {
    return query(
        "select * from \"" + table + "\"",
        row -> {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add("" + row.getString(i));
          }
          return columns.toString();
        });
  }

  private List<String> column(String sql) {
    return query(sql, row -> row.getString(1));
  }

  /** What is made of a row. */
  @FunctionalInterface
  private interface Reading {
    String of(ResultSet row) throws SQLException;
  }

  private List<String> query(String sql, Reading reading) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> read = new ArrayList<>();
      while (found.next()) {
        read.add(reading.of(found));
      }
      read.sort(null);
      return read;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A token under the very key of the program, which nobody else has. */
  private String signed(Someone someone, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      ECKey key =
          JWKSet.load(data().resolve("signing-key.json").toFile()).getKeys().stream()
              .filter(ECKey.class::isInstance)
              .map(JWK::toECKey)
              .findFirst()
              .orElseThrow();
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      JWTClaimsSet claims =
          change
              .apply(
                  new JWTClaimsSet.Builder()
                      .issuer("moim")
                      .audience("moim")
                      .subject(someone.id().toString())
                      .claim("roles", List.of("MEMBER"))
                      .claim("sid", someone.session().toString())
                      .jwtID(UUID.randomUUID().toString())
                      .issueTime(Date.from(now))
                      .expirationTime(Date.from(now.plusSeconds(300))))
              .build();
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("at+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (IOException | ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> cookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie");
  }

  private static String refreshCookie(Answer answer) {
    return cookies(answer).stream()
        .filter(cookie -> cookie.startsWith("__Host-moim-refresh="))
        .findFirst()
        .orElseThrow();
  }

  private static String pair(String cookie) {
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private Answer signInAgain(String nickname) {
    return api()
        .post("/sessions", Map.of("email", nickname + "@example.org", "password", Api.PASSWORD));
  }

  private static String newNickname() {
    return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
  }

  @Test
  void sign_in_by_an_id_alone() {
    Someone victim = people.member();
    String id = victim.id().toString();

    List<Answer> answers =
        Stream.of(
                Map.of("id", id),
                Map.of("memberId", id),
                Map.of("userId", id),
                Map.of("email", id),
                Map.of("email", id, "password", ""),
                Map.of("email", id, "password", id),
                Map.of("email", id + "@people.example", "password", ""),
                Map.of("email", id + "@people.example", "password", id))
            .map(body -> api().post("/sessions", body))
            .toList();

    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isIn(400, 401, 422);
          assertThat(answer.json().has("accessToken")).isFalse();
          assertThat(cookies(answer)).isEmpty();
        });
    assertThat(api().with(id).get("/members/me").status()).isEqualTo(401);
    assertThat(api().get("/members/me?id=" + id).status()).isEqualTo(401);
  }

  @Test
  void role_or_id_taken_from_a_forged_header_or_from_text_in_the_token_subject() {
    Someone member = people.member();
    Someone admin = people.with(Role.ADMIN);
    List<String> forged =
        Stream.of("X-User-Id", "X-Member-Id", "X-User", "X-Forwarded-User", "Remote-User")
            .flatMap(name -> Stream.of(name, admin.id().toString()))
            .toList();
    List<String> roles =
        Stream.of("X-Role", "X-Roles", "X-User-Role", "X-Forwarded-Groups", "Role")
            .flatMap(name -> Stream.of(name, "ADMIN"))
            .toList();
    String[] headers = Stream.concat(forged.stream(), roles.stream()).toArray(String[]::new);

    assertThat(raw(api(), "GET", "/api/v1/members/me", headers).status()).isEqualTo(401);
    assertThat(raw(as(member), "GET", "/api/v1/members/me", headers).text("id"))
        .isEqualTo(member.id().toString());
    assertThat(raw(as(member), "GET", "/api/v1/members", headers).code()).isEqualTo("NOT_ALLOWED");
    assertThat(raw(as(member), "GET", "/api/v1/audit-log", headers).code())
        .isEqualTo("NOT_ALLOWED");
    assertThat(api().with(signed(member, claims -> claims)).get("/members/me").status())
        .as("tokens are made as the program makes them")
        .isEqualTo(200);
    for (String subject :
        List.of(
            member.id() + " ADMIN",
            member.id() + ",role=ADMIN",
            "{\"id\":\"" + member.id() + "\",\"role\":\"ADMIN\"}",
            "ADMIN")) {
      assertThat(
              api()
                  .with(signed(member, claims -> claims.subject(subject)))
                  .get("/members/me")
                  .status())
          .as(subject)
          .isEqualTo(401);
    }
    assertThat(
            api()
                .with(
                    signed(
                        member,
                        claims -> claims.claim("roles", List.of("MEMBER", "MANAGER", "ADMIN"))))
                .get("/members")
                .status())
        .as("the role is what the store says, even under our own signature")
        .isEqualTo(401);
    assertThat(
            api()
                .with(signed(member, claims -> claims.subject(admin.id().toString())))
                .get("/members/me")
                .status())
        .as("a session is its member's")
        .isEqualTo(401);
  }

  @Test
  void an_id_containing_a_colon_that_splits_into_a_role() {
    Someone member = people.member();
    Someone admin = people.with(Role.ADMIN);
    String id = member.id().toString();

    for (String text : List.of(id + ":ADMIN", "ADMIN:" + id, id + ":ADMIN:" + id, ":" + id)) {
      assertThat(
              api().with(signed(member, claims -> claims.subject(text))).get("/members").status())
          .as(text)
          .isEqualTo(401);
      assertThat(as(member).get("/members/" + text).status()).as(text).isEqualTo(404);
      assertThat(
              as(admin)
                  .send(
                      "PUT",
                      "/members/" + text + "/role",
                      BodyPublishers.ofString("{\"role\": \"ADMIN\"}"))
                  .status())
          .as(text)
          .isEqualTo(404);
    }
    Answer signUp =
        api()
            .post(
                "/members",
                Map.of(
                    "email",
                    newNickname() + "@example.org",
                    "nickname",
                    "root:ADMIN",
                    "password",
                    Api.PASSWORD));
    assertThat(signUp.status()).isEqualTo(422);
    assertThat(column("select role from members where id = '" + id + "'"))
        .containsExactly("MEMBER");
  }

  @Test
  void roles_only_in_url_rules_so_that_a_new_endpoint_is_open() {
    Someone member = people.member();
    Someone blocked = people.member();
    as(people.with(Role.MANAGER))
        .post("/members/" + blocked.id() + "/warnings", Map.of("reason", "was late"));

    for (String path :
        List.of("/api/v1/forgotten", "/elsewhere/forgotten", "/api/v1/no-such", "/api/v2/rooms")) {
      assertThat(raw(api(), "GET", path).status()).as(path).isEqualTo(401);
      assertThat(raw(api(), "GET", path).response().body()).doesNotContain("a secret");
    }
    assertThat(raw(as(member), "GET", "/api/v1/forgotten").status()).isEqualTo(200);
    assertThat(raw(as(blocked), "GET", "/api/v1/forgotten").status()).isEqualTo(401);
    String later =
        program
            .getBean(AccessTokens.class)
            .issue(blocked.id(), Role.MEMBER, people.open(blocked.id()), Instant.now());
    assertThat(raw(api().with(later), "GET", "/api/v1/forgotten").code())
        .isEqualTo("MEMBER_BLOCKED");
    assertEveryEndpointThatIsNotOpenAsksWhoOneIs();
    assertUseCasesRefuseByThemselves();
  }

  private void assertEveryEndpointThatIsNotOpenAsksWhoOneIs() {
    List<String> ids = List.of(UUID.randomUUID().toString());
    assertThat(described())
        .filteredOn(endpoint -> !endpoint.open())
        .allSatisfy(endpoint ->
            assertThat(paths(endpoint, ids))
                .allSatisfy(path ->
                    assertThat(raw(api(), endpoint.method(), path).status()).isEqualTo(401)));

    List<String> mapped = new ArrayList<>();
    endpoints
        .getHandlerMethods()
        .forEach((mapping, method) ->
            mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/"))
                .filter(pattern -> !method.hasMethodAnnotation(Open.class))
                .forEach(pattern ->
                    mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(name -> {
                          mapped.add(name + " " + pattern);
                          String path = pattern.replaceAll("\\{[^}]*}", ids.getFirst());
                          assertThat(raw(api(), name, path).status())
                              .as("%s %s", name, pattern)
                              .isEqualTo(401);
                        })));
    assertThat(mapped).hasSizeGreaterThan(30).contains("GET /api/v1/forgotten");
  }

  private void assertUseCasesRefuseByThemselves() {
    Scene scene = scene();
    Caller member = scene.stranger().caller();
    Caller manager = scene.manager().caller();
    var victim = scene.owner().id();
    PageRequest page = PageRequest.first(10);
    var report = new ReportId(UUID.fromString(scene.ids().report()));
    var warning = new WarningId(UUID.fromString(scene.ids().warning()));
    var everybody = new ListMembers.Query(Optional.empty(), Optional.empty(), page);
    var everything =
        new ListAuditLog.Query(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            page);

    for (Caller caller : List.of(member, manager)) {
      assertRefused(() ->
          program
              .getBean(GrantRole.class)
              .grant(new GrantRole.Command(caller, ORIGIN, caller.id(), Role.ADMIN)));
      assertRefused(() -> program.getBean(ListMembers.class).list(caller, everybody));
      assertRefused(() -> program.getBean(InspectMember.class).inspect(caller, victim));
      assertRefused(() -> program.getBean(ListAuditLog.class).list(caller, everything));
    }
    assertRefused(() -> program.getBean(ListWarnings.class).list(member, victim));
    assertThat(program.getBean(ListWarnings.class).list(manager, victim)).isEmpty();
    assertRefused(() ->
        program
            .getBean(WarnMember.class)
            .warn(new WarnMember.Command(member, ORIGIN, victim, "was late")));
    assertRefused(() ->
        program
            .getBean(WithdrawWarning.class)
            .withdraw(new WithdrawWarning.Command(member, ORIGIN, warning)));
    assertRefused(
        () -> program.getBean(ListReports.class).list(member, ListReports.Queue.OPEN, page));
    assertRefused(() -> program.getBean(ViewReport.class).view(member, report));
    assertRefused(() ->
        program
            .getBean(DecideReport.class)
            .decide(
                new DecideReport.Command(member, ORIGIN, report, Outcome.DISMISSED, "because")));
  }

  private static void assertRefused(ThrowingCallable call) {
    DomainException refused = catchThrowableOfType(DomainException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(SharedError.NOT_ALLOWED);
  }

  @Test
  void role_given_at_sign_up() {
    for (Map.Entry<String, Object> more :
        Map.<String, Object>of(
                "role",
                "ADMIN",
                "roles",
                List.of("ADMIN"),
                "authorities",
                List.of("ROLE_ADMIN"),
                "admin",
                true,
                "status",
                "ACTIVE")
            .entrySet()) {
      String name = newNickname();
      Map<String, Object> body = new TreeMap<>(Map.of(more.getKey(), more.getValue()));
      body.put("email", name + "@example.org");
      body.put("nickname", name);
      body.put("password", Api.PASSWORD);

      assertThat(api().post("/members", body).status()).as(more.getKey()).isIn(400, 422);
      assertThat(column("select role from members where nickname = '" + name + "'")).isEmpty();
    }
    String name = newNickname();
    Api signedUp = api().member(name);
    assertThat(signedUp.get("/members/me").text("role")).isEqualTo("MEMBER");
    assertThat(
            signedUp
                .send("PATCH", "/members/me", BodyPublishers.ofString("{\"role\": \"ADMIN\"}"))
                .status())
        .isIn(400, 422);
    assertThat(column("select role from members where nickname = '" + name + "'"))
        .containsExactly("MEMBER");
  }

  @Test
  void password_hash_in_an_answer() {
    Scene scene = scene();
    String name = newNickname();
    Answer signedUp = api().signUp(name);
    Answer session = signInAgain(name);
    Api owner = api().with(session.text("accessToken"));
    Answer renewed =
        api()
            .send(
                "POST",
                "/sessions/refresh",
                BodyPublishers.noBody(),
                "Cookie",
                pair(refreshCookie(session)));
    api().post("/password-resets", Map.of("email", name + "@example.org"));

    List<Answer> answers = new ArrayList<>(List.of(signedUp, session, renewed));
    answers.addAll(everythingShown(owner, scene));
    answers.addAll(everythingShown(as(scene.owner()), scene));
    answers.addAll(everythingShown(as(scene.admin()), scene));
    answers.add(as(scene.admin()).get("/members/" + signedUp.text("id") + "/account"));

    List<String> hashes =
        Stream.of(
                column("select password_hash from members where password_hash is not null"),
                column("select token_hash from sessions"),
                column("select token_hash from session_tokens"),
                column("select token_hash from mailed_links"))
            .flatMap(List::stream)
            .filter(hash -> hash.length() >= 64)
            .toList();
    assertThat(hashes).hasSizeGreaterThan(5).anyMatch(hash -> hash.startsWith("$argon2id$"));
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.response().body())
                .doesNotContainIgnoringCase("argon2")
                .doesNotContainIgnoringCase("passwordHash")
                .doesNotContainIgnoringCase("tokenHash")
                .doesNotContain(Api.PASSWORD)
                .doesNotContain(hashes));
  }

  @Test
  void tokens_in_urls_or_open_redirects() {
    Scene scene = scene();
    String token = scene.owner().token();

    for (String name : List.of("access_token", "token", "jwt", "authorization", "accessToken")) {
      assertThat(api().get("/members/me?" + name + "=" + token).status()).isEqualTo(401);
    }
    String lures =
        Stream.of("redirect", "redirect_uri", "redirectUrl", "next", "returnTo", "url", "continue")
            .map(name -> name + "=https://evil.example/")
            .reduce((one, other) -> one + "&" + other)
            .orElseThrow();
    String[] misled = {
      "X-Forwarded-Host", "evil.example",
      "X-Forwarded-Proto", "https",
      "X-Forwarded-Prefix", "//evil.example",
      "Forwarded", "host=evil.example;proto=https",
      "Referer", "https://evil.example/"
    };
    List<String> paths =
        Stream.concat(
                described().stream()
                    .filter(endpoint -> endpoint.method().equals("GET"))
                    .flatMap(endpoint -> paths(endpoint, scene.ids().all())),
                Stream.of("/", "/index.html", "/swagger-ui.html", "/problems", "//evil.example"))
            .toList();
    List<String> locations = new ArrayList<>();
    for (String path : paths) {
      String lure = path + (path.contains("?") ? "&" : "?") + lures;
      for (Answer answer :
          List.of(
              raw(api(), "GET", lure, misled),
              raw(as(scene.owner()), "GET", lure, misled),
              raw(as(scene.owner()), "GET", path, misled))) {
        answer.response().headers().firstValue("Location").ifPresent(locations::add);
        assertThat(answer.response().headers().firstValue("Refresh")).as(path).isEmpty();
      }
    }
    locations.add(
        as(scene.owner())
            .send(
                "POST",
                "/rooms",
                BodyPublishers.ofString(
                    "{\"title\": \"A room\", \"category\": \"meal\", \"capacity\": 4,"
                        + " \"meetsAt\": \"%s\"}".formatted(Instant.now().plusSeconds(86_400))),
                misled)
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow());

    assertThat(locations)
        .hasSizeGreaterThan(1)
        .allSatisfy(location -> {
          URI own = URI.create("http://localhost:" + port());
          assertThat(own.resolve(location).getAuthority()).isEqualTo(own.getAuthority());
          assertThat(own.resolve(location).getPath()).doesNotContain("evil.example");
          assertThat(location).doesNotContain(token);
        });
  }

  @Test
  void tokens_in_logs() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("dev.moim");
    Level before = ours.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.TRACE);
    List<String> secrets = new ArrayList<>();
    try {
      secrets.addAll(signUpInRenewAndReset());
    } finally {
      ours.setLevel(before);
      root.detachAppender(log);
    }

    assertThat(secrets)
        .hasSizeGreaterThan(10)
        .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(7));
    List<String> lines = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      lines.add(
          event.getFormattedMessage()
              + " "
              + Arrays.toString(event.getArgumentArray())
              + " "
              + event.getMDCPropertyMap()
              + " "
              + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()));
    }
    assertThat(lines).as("something was logged, such as the mails' files").isNotEmpty();
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
  }

  /** All that was secret in it. */
  private List<String> signUpInRenewAndReset() throws IOException {
    String name = newNickname();
    String email = name + "@example.org";
    String chosen = "another horse battery";
    api().signUp(name);
    List<String> secrets = new ArrayList<>(List.of(email, Api.PASSWORD, chosen, "wrong horse"));
    secrets.add(linkToken(email, "verify-email"));
    Answer session = signInAgain(name);
    secrets.add(session.text("accessToken"));
    cookies(session).forEach(cookie -> secrets.add(valueOf(cookie)));
    String first = pair(refreshCookie(session));
    api().post("/sessions", Map.of("email", email, "password", "wrong horse"));
    Answer renewed = renew(first);
    secrets.add(renewed.text("accessToken"));
    secrets.add(valueOf(refreshCookie(renewed)));
    renew(pair(refreshCookie(renewed)));
    assertThat(renew(first).code()).isEqualTo("SESSION_ENDED");
    api().with(session.text("accessToken")).get("/members/me");
    api().get("/members/me?access_token=" + session.text("accessToken"));
    api().post("/email-confirmations", Map.of("token", secrets.get(4)));
    api().post("/password-resets", Map.of("email", email));
    String reset = linkToken(email, "reset-password");
    secrets.add(reset);
    assertThat(
            api()
                .post("/password-resets/completion", Map.of("token", reset, "password", chosen))
                .status())
        .isEqualTo(204);
    api().post("/password-resets/completion", Map.of("token", reset, "password", chosen));
    await().atMost(A_WHILE).until(() -> rows("OUTBOX_MESSAGES").isEmpty());
    return secrets;
  }

  private Answer renew(String cookie) {
    return api().send("POST", "/sessions/refresh", BodyPublishers.noBody(), "Cookie", cookie);
  }

  private static String valueOf(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private String linkToken(String email, String kind) {
    return await()
        .atMost(A_WHILE)
        .until(() -> linkTokens(email, kind), found -> !found.isEmpty())
        .getLast();
  }

  private List<String> linkTokens(String email, String kind) throws IOException {
    Path folder = data().resolve("outbox");
    List<String> tokens = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(mail -> mail.toString().contains(kind)).toList()) {
          String mail = file.toString().endsWith(".eml") ? Files.readString(file) : "";
          Matcher link = LINK_TOKEN.matcher(mail);
          if (mail.contains(email) && link.find()) {
            tokens.add(link.group(1));
          }
        }
      }
    }
    return tokens;
  }

  @Test
  void owner_checks_missing_on_delete() {
    Scene scene = scene();
    Map<String, List<String>> before = stored();
    List<String> tried = new ArrayList<>();

    for (Someone other : List.of(scene.stranger(), scene.guest(), scene.manager())) {
      described().stream()
          .filter(endpoint -> endpoint.method().equals("DELETE"))
          .filter(endpoint -> endpoint.template().contains("{id}"))
          .filter(endpoint -> !endpoint.template().endsWith("/me"))
          .flatMap(endpoint -> paths(endpoint, scene.ids().all()))
          .filter(path -> !other.equals(scene.manager()) || !path.contains("/warnings/"))
          .forEach(path -> {
            tried.add(path);
            assertThat(raw(as(other), "DELETE", path).status()).as(path).isIn(403, 404);
          });
    }

    assertThat(tried).hasSizeGreaterThan(60);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void status_200_for_a_refusal() {
    Scene scene = scene();
    Api stranger = as(scene.stranger());
    List<Answer> answers =
        new ArrayList<>(
            List.of(
                api().get("/members/me"),
                api().post("/sessions", Map.of("email", "no@example.org", "password", "wrong")),
                api().post("/sessions", Map.of()),
                renew("__Host-moim-refresh=unknown"),
                api().post("/members", Map.of("email", "x", "nickname", "", "password", "1")),
                stranger.get("/members"),
                stranger.get("/members/" + UUID.randomUUID()),
                stranger.post("/rooms", Map.of("title", "")),
                as(scene.owner()).post("/match-requests", exercise()),
                stranger.get("/no-such")));
    for (Described endpoint : described()) {
      if (!endpoint.open()) {
        paths(endpoint, scene.ids().all())
            .forEach(path -> answers.add(raw(api(), endpoint.method(), path)));
      }
    }

    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isBetween(400, 499);
          assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
              .startsWith("application/problem+json");
          assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
          assertThat(answer.code()).isNotEmpty();
        });
    assertThat(everythingShown(stranger, scene))
        .filteredOn(answer -> answer.status() < 400)
        .allSatisfy(answer ->
            assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .doesNotContain("problem"));
  }

  @Test
  void refresh_ttl_in_the_wrong_unit() throws ParseException {
    String name = newNickname();
    api().signUp(name);
    Instant start = Instant.now();

    Answer session = signInAgain(name);

    Matcher maxAge = Pattern.compile("Max-Age=(\\d+);").matcher(refreshCookie(session));
    assertThat(maxAge.find()).isTrue();
    assertThat(Long.parseLong(maxAge.group(1))).isBetween(1_209_570L, 1_209_600L);
    assertThat(session.json().get("expiresIn").asInt()).isEqualTo(300);
    JWTClaimsSet claims = SignedJWT.parse(session.text("accessToken")).getJWTClaimsSet();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(5));
    JsonNode listed =
        api().with(session.text("accessToken")).get("/sessions").json().at("/items/0/expiresAt");
    assertThat(Instant.parse(listed.asString()))
        .isBetween(
            start.plus(Duration.ofDays(14)).minusSeconds(30),
            start.plus(Duration.ofDays(14)).plusSeconds(60));
  }

  @Test
  void logout_that_bans_an_arbitrary_string_for_ever() {
    String name = newNickname();
    api().signUp(name);
    Answer session = signInAgain(name);
    Someone other = people.member();
    Map<String, List<String>> before = stored();

    for (String madeUp :
        List.of(
            "x",
            "null",
            "%00",
            "a".repeat(4_000),
            UUID.randomUUID().toString(),
            other.token(),
            other.session().toString(),
            other.id().toString(),
            session.text("accessToken"))) {
      Answer out =
          raw(
              api().with(madeUp),
              "DELETE",
              "/api/v1/sessions/current",
              "Cookie",
              "__Host-moim-refresh=" + madeUp);
      assertThat(out.status()).as(madeUp).isIn(204, 400);
      assertThat(api().with(madeUp).delete("/sessions/" + UUID.randomUUID()).status())
          .isIn(401, 404);
    }

    assertThat(stored()).isEqualTo(before);
    assertThat(as(other).get("/members/me").status()).isEqualTo(200);
    assertThat(api().with(session.text("accessToken")).get("/members/me").status()).isEqualTo(200);
    assertThat(renew(pair(refreshCookie(session))).status()).isEqualTo(200);
  }

  @Test
  void email_or_phone_of_anybody_readable_by_counting_ids() {
    Scene scene = scene();
    Api stranger = as(scene.stranger());
    UUID id = scene.owner().id().value();

    List<String> counted =
        Stream.concat(
                IntStream.rangeClosed(0, 20).mapToObj(Integer::toString),
                IntStream.rangeClosed(-20, 20)
                    .filter(step -> step != 0)
                    .mapToObj(step ->
                        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + step)
                            .toString()))
            .toList();
    assertThat(counted)
        .allSatisfy(guess -> assertThat(stranger.get("/members/" + guess).status()).isEqualTo(404));
    assertThat(stranger.get("/members/" + id).json().propertyNames())
        .isSubsetOf("id", "nickname", "picture");

    String own = scene.stranger().id() + "@people.example";
    List<String> addresses =
        column("select email from members where email is not null").stream()
            .filter(email -> !email.equals(own))
            .toList();
    assertThat(addresses).contains(id + "@people.example");
    for (Someone someone : List.of(scene.stranger(), scene.guest(), scene.manager())) {
      assertThat(everythingShown(as(someone), scene))
          .allSatisfy(answer ->
              assertThat(answer.response().body().replace(someone.id() + "@people.example", ""))
                  .doesNotContain(addresses)
                  .doesNotContain("@people.example"));
    }
  }

  @Test
  void state_changed_by_get() {
    Scene scene = scene();
    // Whoever looks at notifications must not have read them by that.
    await()
        .atMost(A_WHILE)
        .until(() -> as(scene.owner()).get("/notifications").json().path("unread").asInt() > 0);
    Map<String, List<String>> before = stored();

    for (Someone someone : List.of(scene.owner(), scene.guest(), scene.admin())) {
      everythingShown(as(someone), scene);
      for (Described endpoint : described()) {
        if (!endpoint.method().equals("GET")) {
          paths(endpoint, scene.ids().all()).forEach(path -> raw(as(someone), "GET", path));
        }
      }
    }

    assertThat(stored()).isEqualTo(before);
  }
}
