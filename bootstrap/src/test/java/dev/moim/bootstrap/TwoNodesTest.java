package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Two programs on one database and one data folder: what one of them ends is over on both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
  private static final int ROUNDS = 100;
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final String REFRESH = "__Host-moim-refresh";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final List<MoimHere> programs = new ArrayList<>();
  private final Path data = Path.of(RunningMoim.newFolder());
  private final PersistenceSettings database =
      PersistenceSettings.of(
          "jdbc:h2:mem:nodes-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  private Api a = Api.at(0);
  private Api b = a;
  private Api manager = a;
  private Api admin = a;

  @BeforeAll
  void start() {
    a = started();
    b = started();
    People people = programs.getFirst().people();
    manager = with(people.with(Role.MANAGER));
    admin = with(people.with(Role.ADMIN));
  }

  private Api started() {
    MoimHere program = MoimHere.start(data, database);
    programs.add(program);
    return program.api();
  }

  private Api with(People.Someone someone) {
    return a.with(someone.token());
  }

  @AfterAll
  void stop() {
    programs.forEach(MoimHere::close);
  }

  /** Ends the session of a member, who has another one too. Everything happens on one node. */
  @FunctionalInterface
  interface Way {
    Api.Answer end(TwoNodesTest nodes, Api.Answer session, Api.Answer other);
  }

  static Stream<Arguments> ways() {
    return Stream.of(
        way(
            "signing out",
            (nodes, session, other) ->
                nodes.a.delete("/sessions/current", "Cookie", session.cookie(REFRESH))),
        way(
            "signing out everywhere",
            (nodes, session, other) -> nodes.a.as(other).delete("/sessions")),
        way("ending it in the list", TwoNodesTest::endInTheList),
        way(
            "a warning",
            (nodes, session, other) ->
                nodes.manager.post(
                    "/members/" + member(session) + "/warnings", Map.of("reason", "was rude"))),
        way(
            "another role",
            (nodes, session, other) ->
                nodes.admin.put(
                    "/members/" + member(session) + "/role", Map.of("role", "MANAGER"))),
        way(
            "withdrawal",
            (nodes, session, other) ->
                nodes.a.as(other).put("/members/me/withdrawal", Map.of("password", Api.PASSWORD))),
        way(
            "another password",
            (nodes, session, other) ->
                nodes
                    .a
                    .as(other)
                    .put(
                        "/members/me/password",
                        Map.of("present", Api.PASSWORD, "replacement", "another battery"))));
  }

  private static Arguments way(String name, Way way) {
    return argumentSet(name, way);
  }

  private static String member(Api.Answer session) {
    return session.json().path("member").path("id").asString();
  }

  private Api.Answer endInTheList(Api.Answer session, Api.Answer other) {
    String id =
        a.as(session)
            .get("/sessions")
            .json()
            .path("items")
            .valueStream()
            .filter(item -> item.path("current").asBoolean())
            .map(item -> item.path("id").asString())
            .findFirst()
            .orElseThrow();
    return a.as(other).delete("/sessions/" + id);
  }

  private String newMember() {
    String nickname = "roamer-" + NUMBERS.incrementAndGet();
    assertThat(a.signUp(nickname).status()).isEqualTo(201);
    return nickname;
  }

  private static Api.Answer renew(Api node, String cookie) {
    return node.post("/sessions/refresh", Map.of(), "Cookie", cookie);
  }

  private static int status(Api node, Api.Answer session) {
    return node.as(session).get("/members/me").status();
  }

  private static void isRefused(Api node, Api.Answer session) {
    Api.Answer refusal = node.as(session).get("/members/me");
    assertThat(refusal.status()).as(refusal.toString()).isEqualTo(401);
    assertThat(refusal.code()).isEqualTo("NOT_SIGNED_IN");
  }

  private static void isOver(Api node, String cookie) {
    Api.Answer refusal = renew(node, cookie);
    assertThat(refusal.status()).as(refusal.toString()).isEqualTo(401);
    assertThat(refusal.code()).isEqualTo("SESSION_ENDED");
  }

  @Test
  void a_session_opened_on_one_node_works_on_the_other() {
    String nickname = newMember();

    Api.Answer session = a.openSession(nickname);

    assertThat(b.as(session).get("/members/me").text("nickname")).isEqualTo(nickname);
    Api.Answer renewed = renew(b, session.cookie(REFRESH));
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(status(a, renewed)).isEqualTo(200);
    assertThat(renew(a, renewed.cookie(REFRESH)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void what_ends_a_session_on_one_node_ends_it_at_once_on_the_other(Way way) {
    String nickname = newMember();
    Api.Answer session = a.openSession(nickname);
    Api.Answer other = b.openSession(nickname);
    assertThat(status(b, session)).isEqualTo(200);

    Api.Answer end = way.end(this, session, other);

    assertThat(end.status()).as(end.toString()).isBetween(200, 204);
    isRefused(b, session);
    isRefused(a, session);
    isOver(b, session.cookie(REFRESH));
  }

  @Test
  void a_former_refresh_token_ends_the_session_on_both_nodes_and_the_member_is_told() {
    String nickname = newMember();
    Api.Answer bystander = a.openSession(nickname);
    Api.Answer stolen = a.openSession(nickname);
    Api.Answer second = renew(a, stolen.cookie(REFRESH));
    Api.Answer third = renew(a, second.cookie(REFRESH));
    assertThat(status(b, third)).isEqualTo(200);

    isOver(b, stolen.cookie(REFRESH));

    for (Api node : List.of(a, b)) {
      Stream.of(stolen, second, third).forEach(session -> isRefused(node, session));
      isOver(node, third.cookie(REFRESH));
      assertThat(status(node, bystander)).isEqualTo(200);
    }
    await().atMost(A_WHILE).until(() -> told(b.as(bystander)) == 1 && mails(nickname) >= 1);
  }

  private static long told(Api member) {
    return member
        .get("/notifications")
        .json()
        .path("items")
        .valueStream()
        .map((JsonNode item) -> item.path("type").asString())
        .filter("TOKENS_REVOKED"::equals)
        .count();
  }

  private long mails(String nickname) throws IOException {
    long found = 0;
    try (Stream<Path> files = Files.list(data.resolve("outbox"))) {
      for (Path file : files.filter(mail -> mail.toString().endsWith(".eml")).toList()) {
        if (file.toString().contains("tokens-revoked")
            && Files.readString(file).contains(nickname + "@example.org")) {
          found++;
        }
      }
    }
    return found;
  }

  @Test
  void two_tabs_that_renew_at_once_each_on_its_node_both_go_on() {
    Api.Answer first = a.openSession(newMember());
    String cookie = first.cookie(REFRESH);

    for (int round = 0; round < ROUNDS; round++) {
      String present = cookie;
      List<Api.Answer> tabs =
          Race.of(2, i -> renew(i == 0 ? a : b, present)).stream()
              .map(outcome -> outcome.result().orElseThrow())
              .toList();

      assertThat(tabs).as("round " + round).allMatch(tab -> tab.status() == 200);
      assertThat(tabs.getFirst().cookie(REFRESH)).isEqualTo(tabs.getLast().cookie(REFRESH));
      assertThat(status(b, tabs.getFirst())).isEqualTo(200);
      assertThat(status(a, tabs.getLast())).isEqualTo(200);
      cookie = tabs.getFirst().cookie(REFRESH);
    }
    assertThat(told(a.as(first))).isZero();
  }
}
