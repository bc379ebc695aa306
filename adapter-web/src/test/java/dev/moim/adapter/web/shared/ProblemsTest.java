package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;

class ProblemsTest extends ApiTest {
  private static final Pattern DOCUMENTED =
      Pattern.compile("\\| `([A-Z_]+)` \\| [A-Z_]+ \\| \\d{3} \\| .* \\| (.*) \\|");
  private static final Pattern FIELD_ERROR =
      Pattern.compile(
          "(?:new FieldError\\(|invalid\\(|refuse\\(|malformed\\()[^;{]*?\"([A-Z][A-Z_]+)\"");

  @Test
  void every_error_code_of_the_domain_is_in_the_catalogue() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));

    Set<String> names = new TreeSet<>();
    for (String root :
        new String[] {"dev.moim.domain", "dev.moim.application", "dev.moim.adapter"}) {
      for (var found : scanner.findCandidateComponents(root)) {
        Class<?> type = Class.forName(found.getBeanClassName());
        for (Object code : type.getEnumConstants()) {
          names.add(((ErrorCode) code).name());
        }
      }
    }

    assertThat(names).hasSizeGreaterThan(20).isEqualTo(ProblemCatalogue.all().keySet());
  }

  @Test
  void every_error_code_is_told_in_both_languages() {
    Texts texts = new Texts();

    for (Language language : Language.values()) {
      for (String code : ProblemCatalogue.all().keySet()) {
        assertThat(texts.find(language, code + ".title", Map.of())).as(code).isPresent();
        assertThat(texts.find(language, code + ".detail", Map.of())).as(code).isPresent();
        assertThat(texts.find(language, code + ".advice", Map.of())).as(code).isPresent();
      }
    }
  }

  @Test
  void what_to_do_is_told_as_it_stands_in_the_documentation() throws IOException {
    Texts texts = new Texts();
    Map<String, String> documented =
        Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
            .map(DOCUMENTED::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(row -> row.group(1), row -> withoutMarkup(row.group(2))));

    assertThat(documented.keySet()).isEqualTo(ProblemCatalogue.all().keySet());
    documented.forEach((code, advice) ->
        assertThat(texts.find(Language.EN, code + ".advice", Map.of())).as(code).contains(advice));
  }

  private static String withoutMarkup(String text) {
    return text.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
  }

  @Test
  void every_field_error_in_the_code_is_told_in_both_languages() {
    Texts texts = new Texts();
    Set<String> codes = new TreeSet<>();
    for (String module : new String[] {"domain", "application", "adapter-web"}) {
      codes.addAll(fieldErrors(Path.of("..", module, "src", "main", "java")));
    }
    assertThat(codes).contains("REQUIRED", "WRONG_LENGTH", "UNKNOWN_OPTION", "WINDOW_TOO_SHORT");

    for (Language language : Language.values()) {
      for (String code : codes) {
        assertThat(texts.find(language, "field." + code, Map.of())).as(code).isPresent();
      }
    }
  }

  private static Set<String> fieldErrors(Path sources) {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
        Matcher matcher = FIELD_ERROR.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void each_kind_of_refusal_has_its_status() {
    Map<ErrorKind, Integer> statuses = new LinkedHashMap<>();
    ProblemCatalogue.all().values().stream()
        .filter(code -> !(code instanceof WebError))
        .forEach(code -> statuses.put(code.kind(), ProblemCatalogue.status(code)));

    assertThat(statuses)
        .containsEntry(ErrorKind.UNAUTHENTICATED, 401)
        .containsEntry(ErrorKind.FORBIDDEN, 403)
        .containsEntry(ErrorKind.NOT_FOUND, 404)
        .containsEntry(ErrorKind.CONFLICT, 409)
        .containsEntry(ErrorKind.STALE, 412)
        .containsEntry(ErrorKind.RULE, 422)
        .containsEntry(ErrorKind.TOO_MANY, 429)
        .containsEntry(ErrorKind.UNAVAILABLE, 503);
    assertThat(Arrays.stream(WebError.values()).map(WebError::status))
        .allMatch(status -> status >= 400 && status < 600);
  }

  @Test
  void a_problem_has_all_its_fields() {
    Reply refused = get(somebody(), "/api/v1/rooms/7", "X-Request-Id", "request-4711");

    assertThat(refused.raw().getContentType()).isEqualTo("application/problem+json");
    assertThat(refused.json().propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "traceId");
    assertThat(refused.text("/type")).isEqualTo("/problems/ROOM_NOT_FOUND");
    assertThat(refused.json().get("status").asInt()).isEqualTo(404);
    assertThat(refused.text("/instance")).isEqualTo("/api/v1/rooms/7");
    assertThat(refused.text("/traceId")).isEqualTo("request-4711");
    assertThat(refused.header("X-Request-Id")).isEqualTo("request-4711");
  }

  @Test
  void a_request_id_that_is_not_well_formed_is_replaced() {
    for (String poor : new String[] {"short", "two words here", "<script>alert", "x".repeat(65)}) {
      Reply reply = get(null, "/api/v1/categories", "X-Request-Id", poor).is(200);

      assertThat(reply.header("X-Request-Id")).isNotEqualTo(poor).hasSize(36);
    }
  }

  @Test
  void each_problem_has_a_page_that_explains_it() {
    for (String code : ProblemCatalogue.all().keySet()) {
      Reply page = get(null, "/problems/" + code, "Accept-Language", "ko").is(200);

      assertThat(page.raw().getContentType()).isEqualTo("text/html;charset=UTF-8");
      assertThat(text(page)).contains("lang=\"ko\"", code);
    }
    assertThat(text(get(null, "/problems/ROOM_FULL", "Accept-Language", "ko")))
        .contains("어떻게 하나요", "다른 방을 고르세요.");
    assertThat(text(get(null, "/problems/ROOM_FULL")))
        .contains("What to do", "Wait for somebody to leave, or take another room.");
    assertThat(text(get(null, "/problems").is(200))).contains("ROOM_FULL", "MALFORMED");
    get(null, "/problems/NOTHING").is(404, "UNKNOWN_PATH");
  }

  private static String text(Reply page) {
    return new String(page.raw().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void what_the_web_knows_nothing_of_is_a_problem_too() {
    Person me = somebody();

    get(me, "/api/v1/unicorns").is(404, "UNKNOWN_PATH");
    get(me, "/api/v1/rooms/").is(404, "UNKNOWN_PATH");
    get(null, "/api/v1/unicorns").is(401, "NOT_SIGNED_IN");
    get(me, "/assets/missing.js").is(404, "UNKNOWN_PATH");
    Reply method = call(HttpMethod.PUT, me, "/api/v1/rooms", "{}").is(405, "METHOD_NOT_ALLOWED");
    assertThat(method.header("Allow")).contains("GET", "POST");
    Reply refused = get(me, "/api/v1/rooms", "Accept", "text/html").is(406, "NOT_ACCEPTABLE");
    assertThat(refused.text("/details/available")).isEqualTo("application/json");
    get(me, "/api/v1/rooms", "Accept", "nonsense").is(406, "NOT_ACCEPTABLE");
    post(me, "/api/v1/rooms", "a=b", "Content-Type", "application/x-www-form-urlencoded")
        .is(415, "UNSUPPORTED_MEDIA_TYPE");
    post(me, "/api/v1/rooms", "{}", "Content-Type", "nonsense").is(415, "UNSUPPORTED_MEDIA_TYPE");
    post(me, "/api/v1/rooms", null).is(415, "UNSUPPORTED_MEDIA_TYPE");
    post(me, "/api/v1/rooms", "", "Content-Type", "application/json").is(400, "MALFORMED");
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_refused() {
    Person me = somebody();
    String padding = " ".repeat(RequestBodies.MOST_BYTES);

    post(me, "/api/v1/rooms", padding + "{}").is(413, "BODY_TOO_LARGE");
    post(me, "/api/v1/rooms", padding.substring(2) + "{}").is(422, "INVALID_INPUT");
    post(null, "/api/v1/rooms", padding + "{}").is(401, "NOT_SIGNED_IN");
  }

  @Test
  void every_answer_carries_the_security_headers() {
    for (Reply reply :
        new Reply[] {
          get(null, "/api/v1/categories"), get(null, "/api/v1/rooms"), get(null, "/problems")
        }) {
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Server")).isEmpty();
      assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }
}
