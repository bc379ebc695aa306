package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * What has been tried against sign-in through providers elsewhere (RFC 9700), one test for each.
 */
class AttackTest extends JourneyTest {
  private static final String REFUSED = "/#/sign-in?problem=PROVIDER_REFUSED";
  private static final String NOT_CURRENT = "/#/sign-in?problem=SIGN_IN_NOT_CURRENT";

  private final Browser browser = new Browser();

  @Test
  void a_state_that_was_changed_or_left_out_is_refused() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    String state = parameter(back, "state");
    String code = parameter(back, "code");

    for (String other :
        new String[] {
          "A" + state.substring(1),
          state.substring(0, state.length() - 1) + (state.endsWith("A") ? "B" : "A"),
          state.substring(0, 20),
          state + "A",
          "",
          "%00"
        }) {
      assertThat(browser.ask("/login/oauth2/code/real?code=" + code + "&state=" + other))
          .as(other)
          .isEqualTo(NOT_CURRENT);
    }
    assertThat(browser.ask("/login/oauth2/code/real?code=" + code)).isEqualTo(NOT_CURRENT);
    assertThat(browser.ask("/login/oauth2/code/real")).isEqualTo(NOT_CURRENT);
    assertThat(browser.isSignedIn()).isFalse();
    assertThat(browser.ask(back)).isEqualTo("/#/");
  }

  @Test
  void a_browser_without_the_cookie_does_not_come_back() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    browser.cookies.clear();

    assertThat(browser.ask(back)).isEqualTo(NOT_CURRENT);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_stolen_return_is_good_in_no_other_browser() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    Browser thief = new Browser();
    thief.depart(REAL);

    assertThat(thief.ask(back)).isEqualTo(NOT_CURRENT);
    assertThat(thief.isSignedIn()).isFalse();
    assertThat(browser.ask(back)).isEqualTo("/#/");
  }

  @Test
  void nobody_is_signed_in_to_an_account_of_somebody_else_by_a_link() {
    Browser attacker = new Browser();
    String trap = attacker.signInThere(attacker.depart(REAL), newAccount());

    assertThat(browser.ask(trap)).isEqualTo(NOT_CURRENT);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_return_is_good_once() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    String cookie = browser.cookies.get("__Host-moim-oauth");
    assertThat(browser.ask(back)).isEqualTo("/#/");
    browser.cookies.clear();
    browser.cookies.put("__Host-moim-oauth", cookie);

    assertThat(browser.ask(back)).isEqualTo(NOT_CURRENT);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_code_that_was_used_is_refused() {
    String login = newAccount();
    String back = browser.signInThere(browser.depart(REAL), login);
    browser.ask(back);
    browser.cookies.remove("__Host-moim-refresh");
    String next = browser.signInThere(browser.depart(REAL), login);

    assertThat(browser.ask(with(next, "code", parameter(back, "code")))).isEqualTo(REFUSED);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_fresh_code_of_another_journey_is_refused_since_the_verifier_does_not_fit() {
    Browser victim = new Browser();
    String stolen = parameter(victim.signInThere(victim.depart(REAL), newAccount()), "code");
    String own = browser.signInThere(browser.depart(REAL), newAccount());

    assertThat(browser.ask(with(own, "code", stolen))).isEqualTo(REFUSED);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_code_that_was_made_up_is_refused() {
    String state = parameter(browser.depart(REAL), "state");

    assertThat(browser.ask("/login/oauth2/code/real?code=made-up&state=" + state))
        .isEqualTo(REFUSED);
  }

  @Test
  void a_journey_ends_where_it_was_to_end() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());

    assertThat(browser.ask(back.replace("/code/real", "/code/school"))).isEqualTo(NOT_CURRENT);
    assertThat(browser.ask(back.replace("/code/real", "/code/nobody")))
        .isEqualTo("/#/sign-in?problem=UNKNOWN_PROVIDER");
  }

  @Test
  void another_issuers_word_is_not_taken() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());

    assertThat(browser.ask(with(back, "iss", "https://evil.example")))
        .isEqualTo("/#/sign-in?problem=PROVIDER_NOT_TRUSTED");
  }

  @Test
  void who_takes_more_than_ten_minutes_begins_again() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());
    clock.advance(Duration.ofMinutes(10));

    assertThat(browser.ask(back)).isEqualTo(NOT_CURRENT);
  }

  @Test
  void who_says_no_there_is_not_signed_in() {
    String state = parameter(browser.depart(REAL), "state");
    String back = "/login/oauth2/code/real?error=access_denied&state=" + state;

    assertThat(browser.ask(back)).isEqualTo(REFUSED);
    assertThat(browser.ask(back)).isEqualTo(NOT_CURRENT);
  }

  @Test
  void an_error_wins_over_a_code() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());

    assertThat(browser.ask(back + "&error=%3Cscript%3E")).isEqualTo(REFUSED);
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void nothing_happens_but_on_get() {
    String back = browser.signInThere(browser.depart(REAL), newAccount());

    for (var method : new HttpMethod[] {HttpMethod.HEAD, HttpMethod.POST}) {
      assertThat(call(method, null, back, null, browser.headers()).status()).isEqualTo(401);
    }
    assertThat(browser.ask(back)).isEqualTo("/#/");
  }
}
