package dev.moim.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Race;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemberControllerTest extends ApiTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final String members = "/api/v1/members";

  private static String signUp(String name) {
    return """
    {"email": "%1$s@example.org", "nickname": "%1$s", "password": "correct horse"}\
    """
        .formatted(name);
  }

  private static String unused() {
    return "newcomer" + COUNT.incrementAndGet();
  }

  @Test
  void whoever_signs_up_is_a_member_without_further_rights() {
    String name = unused();

    Reply member = post(null, members, signUp(name), "Accept-Language", "ko-KR,en;q=0.5").is(201);

    assertThat(member.header("Location")).isEqualTo("/api/v1/members/me");
    assertThat(member.text("/nickname")).isEqualTo(name);
    assertThat(member.text("/role")).isEqualTo("MEMBER");
    assertThat(member.text("/language")).isEqualTo("ko");
    assertThat(member.json().propertyNames()).noneMatch(field -> field.startsWith("password"));
  }

  @Test
  void a_role_in_the_request_is_an_unknown_field() {
    String greedy = signUp(unused()).replace("}", ", \"role\": \"ADMIN\"}");

    assertThat(post(null, members, greedy).is(400, "MALFORMED").text("/errors/0/pointer"))
        .isEqualTo("/role");
  }

  @Test
  void names_and_addresses_are_given_once() {
    String name = unused();
    post(null, members, signUp(name)).is(201);

    post(null, members, signUp(name.toUpperCase(Locale.ROOT))).is(409, "NICKNAME_TAKEN");
    post(null, members, signUp(name).replaceFirst("nickname\": \"", "nickname\": \"x"))
        .is(409, "EMAIL_TAKEN");
  }

  @Test
  void of_many_who_want_a_nickname_at_once_one_gets_it() {
    String name = unused();

    var statuses =
        Race.of(
            12,
            i -> post(null, members, signUp(name).replaceFirst("email\": \"", "email\": \"" + i)));

    assertThat(statuses)
        .map(outcome -> outcome.result().orElseThrow().status())
        .containsOnly(201, 409)
        .containsOnlyOnce(201);
  }

  @Test
  void the_file_of_everything_about_oneself_is_made_in_a_turn() {
    Person minji = somebody();

    Reply file = get(minji, "/api/v1/members/me/export").is(200);

    assertThat(file.header("Content-Disposition")).contains("moim-" + minji.id() + ".json");
    assertThat(file.text("/sections/account/0/nickname")).isEqualTo(minji.nickname());
    assertThat(file.text("/sections/madeBy/0/thread")).startsWith("exports-");
  }

  @Test
  void all_invalid_fields_are_named_in_the_callers_language() {
    String poor = "{\"email\": \"me\", \"nickname\": \"a b\", \"password\": \"short\"}";

    Reply korean = post(null, members, poor, "Accept-Language", "ko").is(422, "INVALID_INPUT");
    Reply english = post(null, members, poor, "Accept-Language", "fr").is(422, "INVALID_INPUT");

    assertThat(korean.json().get("errors").valueStream().map(e -> e.get("pointer").stringValue()))
        .contains("/email", "/nickname");
    assertThat(korean.text("/title")).isEqualTo("잘못된 입력");
    assertThat(english.text("/title")).isEqualTo("Invalid input");
    assertThat(korean.header("Content-Language")).isEqualTo("ko");
  }

  @Test
  void one_sees_ones_own_account() {
    Person me = somebody();

    Reply account = get(me, members + "/me").is(200);

    assertThat(account.id()).isEqualTo(me.id().toString());
    assertThat(account.text("/email")).endsWith("@example.org");
    get(null, members + "/me").is(401, "NOT_SIGNED_IN");
  }
}
