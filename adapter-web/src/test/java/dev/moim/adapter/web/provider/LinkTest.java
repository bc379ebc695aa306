package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Linking an account at a provider to the own one, as a further way in. */
class LinkTest extends JourneyTest {
  private static final String IDENTITIES = "/api/v1/members/me/identities";

  private final Browser browser = new Browser();

  private int links(Person person) {
    return get(person, IDENTITIES).is(200).json().get("items").size();
  }

  @Test
  void who_has_linked_an_account_signs_in_with_it() {
    Person person = somebody();
    String login = newAccount();

    String back = browser.signInThere(browser.departToLink(person, REAL), login);
    assertThat(links(person)).isZero();
    assertThat(browser.ask(back)).isEqualTo("/#/settings");
    assertThat(browser.isSignedIn()).isFalse();

    Browser other = new Browser();
    other.signIn(REAL, login);
    assertThat(other.member().id()).isEqualTo(person.id());
    Reply list = get(person, IDENTITIES).is(200);
    assertThat(list.text("/items/0/provider")).isEqualTo(REAL);
    assertThat(list.text("/items/0/name")).isEqualTo("Real");
    assertThat(list.json().toString()).doesNotContain(login);
  }

  @Test
  void linking_again_changes_nothing() {
    Person person = somebody();
    String login = newAccount();

    browser.ask(browser.signInThere(browser.departToLink(person, REAL), login));
    assertThat(browser.ask(browser.signInThere(browser.departToLink(person, REAL), login)))
        .isEqualTo("/#/settings");

    assertThat(links(person)).isOne();
  }

  @Test
  void a_linked_account_can_be_unlinked_unless_it_is_the_last_way_in() {
    Person person = somebody();
    String login = newAccount();
    browser.ask(browser.signInThere(browser.departToLink(person, REAL), login));

    delete(person, IDENTITIES + "/" + REAL).is(204);
    assertThat(links(person)).isZero();
    delete(person, IDENTITIES + "/" + REAL).is(404, "IDENTITY_NOT_FOUND");
    Browser other = new Browser();
    other.signIn(REAL, login);
    Person fresh = other.member();
    assertThat(fresh.id()).isNotEqualTo(person.id());
    delete(fresh, IDENTITIES + "/" + REAL).is(409, "LAST_WAY_IN");
  }

  @Test
  void the_account_of_somebody_else_stays_theirs() {
    String login = newAccount();
    Browser owner = new Browser();
    owner.signIn(REAL, login);
    Person person = somebody();

    String end = browser.ask(browser.signInThere(browser.departToLink(person, REAL), login));

    assertThat(end).isEqualTo("/#/settings?problem=IDENTITY_TAKEN");
    assertThat(links(person)).isZero();
    assertThat(links(owner.member())).isOne();
  }

  @Test
  void who_has_signed_out_meanwhile_links_nothing() {
    Person person = somebody();
    String login = newAccount();
    String back = browser.signInThere(browser.departToLink(person, REAL), login);
    delete(person, "/api/v1/sessions").is(204);

    assertThat(browser.ask(back)).isEqualTo("/#/settings?problem=SESSION_ENDED");

    Browser other = new Browser();
    other.signIn(REAL, login);
    assertThat(other.member().id()).isNotEqualTo(person.id());
  }

  @Test
  void nobody_else_can_be_brought_to_finish_what_somebody_began() {
    Person attacker = somebody();
    String trap = browser.departToLink(attacker, REAL);
    Browser victim = new Browser();
    victim.depart(REAL);

    String back = victim.signInThere(trap, newAccount());

    assertThat(victim.ask(back)).isEqualTo("/#/sign-in?problem=SIGN_IN_NOT_CURRENT");
    assertThat(links(attacker)).isZero();
  }

  @Test
  void only_the_browser_that_the_answer_went_to_can_finish() {
    Person person = somebody();
    browser.depart(REAL);
    String before = browser.cookies.get("__Host-moim-oauth");
    String back = browser.signInThere(browser.departToLink(person, REAL), newAccount());
    browser.cookies.put("__Host-moim-oauth", before);

    assertThat(browser.ask(back)).isEqualTo("/#/sign-in?problem=SIGN_IN_NOT_CURRENT");
    assertThat(links(person)).isZero();
  }

  @Test
  void the_page_may_be_chosen() {
    Person person = somebody();
    Reply reply =
        call(HttpMethod.PUT, person, IDENTITIES + "/" + REAL, "{\"next\": \"/rooms?mine=1\"}")
            .is(200);
    browser.take(reply);
    String back = browser.signInThere(reply.text("/authorizationUrl"), newAccount());

    assertThat(browser.ask(back + "&error=access_denied"))
        .isEqualTo("/#/rooms?mine=1&problem=PROVIDER_REFUSED");
  }

  @Test
  void linking_needs_a_token_a_provider_and_one_that_answers() {
    Person person = somebody();

    call(HttpMethod.PUT, null, IDENTITIES + "/" + REAL, "{}").is(401, "NOT_SIGNED_IN");
    call(HttpMethod.PUT, person, IDENTITIES + "/nobody", "{}").is(404, "UNKNOWN_PROVIDER");
    call(HttpMethod.PUT, person, IDENTITIES + "/" + AWAY, "{}").is(503, "PROVIDER_AWAY");
    call(HttpMethod.GET, null, IDENTITIES, null).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void a_cookie_alone_begins_no_linking() {
    browser.signIn(REAL, newAccount());

    call(HttpMethod.PUT, null, IDENTITIES + "/" + REAL, "{}", browser.headers())
        .is(401, "NOT_SIGNED_IN");
  }
}
