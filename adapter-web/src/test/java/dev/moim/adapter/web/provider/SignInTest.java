package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.member.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Signing in through a provider, as it is meant. */
class SignInTest extends JourneyTest {
  private static final String ME = "/api/v1/members/me";

  @Test
  void the_first_sign_in_makes_a_member_and_the_next_one_finds_it() {
    String login = newAccount(Map.of("preferred_username", "hana-" + UUID.randomUUID()));

    Browser here = new Browser();
    assertThat(here.signIn(REAL, login)).isEqualTo("/#/");
    Person member = here.member();
    Browser there = new Browser();
    there.signIn(REAL, login);

    assertThat(there.member().id()).isEqualTo(member.id());
    assertThat(member.nickname()).startsWith("hana-").hasSize(20);
    Reply account = get(member, ME).is(200);
    assertThat(account.text("/email")).isEqualTo(emailOf(login));
    assertThat(account.json().at("/emailVerified").asBoolean()).isTrue();
  }

  @Test
  void a_browser_gets_the_cookies_of_a_session_and_none_of_the_container() {
    Browser browser = new Browser();
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    Reply reply = get(null, back, browser.headers());

    assertThat(reply.raw().getHeaders("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-moim-refresh=")
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-moim-device="))
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("__Host-moim-oauth=;").contains("Max-Age=0"))
        .noneMatch(cookie -> cookie.contains("SESSION"));
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  @Test
  void the_cookie_of_a_journey_is_for_this_host_and_ten_minutes() {
    Reply reply = get(null, "/oauth2/authorization/" + REAL).is(302);

    assertThat(reply.raw().getHeaders("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-moim-oauth=")
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600")
        .doesNotContain("Domain");
  }

  @Test
  void every_departure_has_a_state_a_nonce_and_a_challenge_of_its_own() {
    Browser browser = new Browser();
    String first = browser.depart(REAL);
    String second = browser.depart(REAL);

    assertThat(first)
        .startsWith(provider.address() + "/oauth2/authorize?")
        .contains("code_challenge_method=S256", "response_type=code", "scope=openid")
        .contains("redirect_uri=" + PUBLIC + "/login/oauth2/code/" + REAL)
        .doesNotContain(RealProvider.SECRET);
    for (String name : new String[] {"state", "nonce", "code_challenge"}) {
      assertThat(parameter(first, name)).as(name).isNotEqualTo(parameter(second, name));
    }
  }

  @Test
  void a_nickname_that_is_taken_gets_a_suffix() {
    String taken = somebody().nickname();
    Browser browser = new Browser();

    browser.signIn(REAL, newAccount(Map.of("preferred_username", taken)));

    assertThat(browser.member().nickname())
        .isNotEqualTo(taken)
        .contains("-")
        .startsWith(taken.substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "  ", "…!?", "<b>", "a b\u202Ec", "홍 길동 님"})
  void an_odd_name_becomes_a_nickname(String name) {
    Browser browser = new Browser();

    assertThat(browser.signIn(REAL, newAccount(Map.of("preferred_username", name))))
        .isEqualTo("/#/");

    assertThat(browser.member().nickname()).matches("[\\p{L}\\p{N}_-]{2,20}");
  }

  @Test
  void the_address_of_a_local_account_lets_nobody_into_it() {
    Person local = somebody();
    String email = get(local, ME).text("/email");
    String login = newAccount(Map.of("email", email));
    Browser browser = new Browser();

    assertThat(browser.signIn(REAL, login)).isEqualTo("/#/sign-in?problem=EMAIL_TAKEN");

    assertThat(browser.isSignedIn()).isFalse();
    assertThat(get(local, ME + "/identities").is(200).json().get("items").isEmpty()).isTrue();
  }

  @Test
  void an_address_that_the_provider_does_not_vouch_for_is_not_taken_for_verified() {
    Browser browser = new Browser();

    browser.signIn(REAL, newAccount(Map.of("email_verified", false)));

    assertThat(get(browser.member(), ME).json().at("/emailVerified").asBoolean()).isFalse();
  }

  @Test
  void without_an_address_nobody_becomes_a_member() {
    Browser browser = new Browser();

    assertThat(browser.signIn(REAL, newAccount(Map.of("email", ""))))
        .isEqualTo("/#/sign-in?problem=NO_EMAIL_FROM_PROVIDER");
    assertThat(browser.signIn(REAL, newAccount(Map.of("email", "nonsense"))))
        .isEqualTo("/#/sign-in?problem=NO_EMAIL_FROM_PROVIDER");
  }

  @Test
  void a_provider_without_open_id_connect_is_asked_who_that_is() {
    String login =
        newAccount(
            Map.of(
                "id",
                424_242_424_242L,
                "login",
                "ft" + UUID.randomUUID().toString().substring(0, 8)));
    Browser here = new Browser();
    Browser there = new Browser();

    String departure = here.depart(SCHOOL);
    assertThat(here.ask(here.signInThere(departure, login))).isEqualTo("/#/");
    there.signIn(SCHOOL, login);

    assertThat(departure).contains("code_challenge_method=S256").doesNotContain("nonce=", "openid");
    assertThat(here.member().nickname()).startsWith("ft");
    assertThat(there.member().id()).isEqualTo(here.member().id());
  }

  @Test
  void a_blocked_member_signs_in_and_can_do_little() {
    Person boss = somebody(Role.ADMIN);
    String login = newAccount();
    Browser browser = new Browser();
    browser.signIn(REAL, login);
    Person member = browser.member();
    post(boss, "/api/v1/members/" + member.id() + "/warnings", "{\"reason\": \"demo\"}").is(201);

    Browser again = new Browser();
    assertThat(again.signIn(REAL, login)).isEqualTo("/#/");

    Person blocked = again.member();
    get(blocked, ME).is(200);
    get(blocked, ME + "/identities").is(200);
    get(blocked, "/api/v1/rooms").is(403, "MEMBER_BLOCKED");
    call(HttpMethod.PUT, blocked, ME + "/identities/" + REAL, "{}").is(403, "MEMBER_BLOCKED");
  }

  @Test
  void several_tabs_are_on_their_way_at_once() {
    String login = newAccount();
    Browser browser = new Browser();
    String first = browser.depart(REAL);
    String second = browser.ask("/oauth2/authorization/" + REAL + "?next=/rooms");
    String secondBack = browser.signInThere(second, login);
    String firstBack = browser.signInThere(first, login);
    String cookie = browser.cookies.get("__Host-moim-oauth");

    assertThat(browser.ask(secondBack)).isEqualTo("/#/rooms");
    assertThat(browser.ask(firstBack)).isEqualTo("/#/sign-in?problem=SIGN_IN_NOT_CURRENT");
    assertThat(cookie).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/0198-7", "#/rooms/0198-7"})
  void a_browser_ends_at_the_page_it_asked_for(String next) {
    Browser browser = new Browser();
    String departure = browser.ask("/oauth2/authorization/" + REAL + "?next=" + encode(next));

    assertThat(browser.ask(browser.signInThere(departure, newAccount())))
        .isEqualTo("/#/rooms/0198-7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "/%2F/evil.example",
        "/rooms#//evil.example",
        "/rooms\r\nSet-Cookie: a=b",
        "/rooms?x=<script>",
        "#//evil.example",
        "##/rooms",
        ""
      })
  void a_browser_that_asks_for_anything_but_a_page_of_ours_ends_at_home(String next) {
    Browser browser = new Browser();
    String departure = browser.ask("/oauth2/authorization/" + REAL + "?next=" + encode(next));

    assertThat(browser.ask(browser.signInThere(departure, newAccount()))).isEqualTo("/#/");
  }

  @Test
  void a_provider_that_is_away_is_told_of_at_once() {
    Browser browser = new Browser();

    assertThat(browser.depart(AWAY)).isEqualTo("/#/sign-in?problem=PROVIDER_AWAY");
    assertThat(browser.depart("nobody")).isEqualTo("/#/sign-in?problem=UNKNOWN_PROVIDER");
    assertThat(browser.depart("%3Cb%3E")).isEqualTo("/#/sign-in?problem=UNKNOWN_PROVIDER");
  }

  @Test
  void pages_learn_which_providers_there_are() {
    Reply reply = get(null, "/api/v1/providers").is(200);

    assertThat(reply.json().toString())
        .isEqualTo(
            "{\"items\":[{\"id\":\"real\",\"name\":\"Real\"},{\"id\":\"school\",\"name\":\"School\"},"
                + "{\"id\":\"away\",\"name\":\"Away\"}]}");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void no_address_of_ours_and_no_line_of_the_log_has_a_secret(CapturedOutput output) {
    String login = newAccount();
    Browser browser = new Browser();
    String back = browser.signInThere(browser.depart(REAL), login);
    String code = parameter(back, "code");
    String cookie = browser.cookies.get("__Host-moim-oauth");
    browser.ask(back);
    browser.ask(back);
    browser.ask(
        with(browser.depart(REAL), "x", "y")
            .replaceFirst(".*[?]", "/login/oauth2/code/real?code=" + code + "&"));
    Browser other = new Browser();
    other.ask(other.signInThere(other.depart(SCHOOL), login));

    assertThat(browser.sentTo.stream().filter(location -> location.startsWith("/")))
        .isNotEmpty()
        .allMatch(location -> location.matches("/#/([a-z-]+\\?problem=[A-Z_]+)?"));
    assertThat(output.getAll())
        .contains("PROVIDER_")
        .doesNotContain(code, cookie, emailOf(login), RealProvider.SECRET)
        .doesNotContain(browser.cookies.get("__Host-moim-refresh"))
        .doesNotContain("eyJ");
  }
}
