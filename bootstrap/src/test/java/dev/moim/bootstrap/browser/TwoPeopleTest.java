package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do on the pages, each in a browser of their own, against the whole program. */
@NeedsChromium
class TwoPeopleTest extends BrowserTest {
  @Test
  void one_opens_a_room_the_other_joins_and_the_host_confirms() {
    Person host = person().signedUpAs("room-host");
    Person guest = person().signedUpAs("room-guest");

    String room = opensRoom(host, "Lunch by the river", 3);
    guest.opens("/rooms");
    guest.presses("Lunch by the river");
    guest.presses("Join");

    guest.sees("2 of 3 seats taken");
    host.sees("room-guest");
    host.sees("2 of 3 seats taken");

    host.presses("Confirm");

    host.waitsUntil(() -> host.path().startsWith("/meetings/"));
    host.seesHeading("Lunch by the river");
    host.sees("room-guest");
    assertThat(guest.path()).isEqualTo(room);
    guest.sees("This room has been confirmed.");
    guest.opens("/meetings");
    guest.sees("Lunch by the river");
    guest.sees("room-host");
  }

  @Test
  void two_who_ask_for_the_same_find_each_other_by_themselves() {
    Person one = person().signedUpAs("match-one");
    Person other = person().signedUpAs("match-other");

    asksForAMatch(one, "Breakfast");
    one.sees("waiting at the moment");
    asksForAMatch(other, "Breakfast");

    one.seesHeading("You have a match!");
    one.sees("match-other");
    other.seesHeading("You have a match!");
    other.sees("match-one");
    one.opens("/");
    one.sees("1 unread");
    one.presses("Mark all as read");
    one.waitsUntil(
        () -> Boolean.TRUE.equals(one.runs("return !document.querySelector('.unread')")));
  }

  @Test
  void a_request_can_be_taken_back_and_made_again_at_a_tap() {
    Person person = person().signedUpAs("match-again");
    asksForAMatch(person, "Afternoon");

    person.presses("Cancel the request");
    person.seesHeading("This request has been cancelled.");
    person.presses("Ask for the same again");

    person.sees("waiting at the moment");
    person.presses("Cancel the request");
    person.seesHeading("This request has been cancelled.");
  }

  @Test
  void who_comes_too_late_is_told_why_and_sees_the_room_as_it_is() {
    Person host = person().signedUpAs("full-host");
    Person first = person().signedUpAs("full-first");
    Person late = person().signedUpAs("full-late");
    String room = opensRoom(host, "Two seats only", 2);
    late.opens(room);
    late.sees("1 of 2 seats taken");
    late.looksAway();

    first.opens(room);
    first.presses("Join");
    first.sees("Full (2 of 2)");
    late.presses("Join");

    late.isTold("no free seat");
    late.sees("Full (2 of 2)");
  }

  @Test
  void errors_stand_beside_their_fields_and_nothing_typed_is_lost() {
    Person person = person();
    person.opens("/sign-up");
    person.fills("E-mail address", "beside@example.com");
    person.fills("Nickname", "beside");
    person.fills("Password", "short");
    person.presses("Sign up");

    person.isTold("Please look at the marked fields.");

    assertThat(
            person.runs(
                "const wrong = document.querySelector('[aria-invalid]');"
                    + "return wrong.name + ' ' + (document.activeElement === wrong)"
                    + " + ' ' + document.getElementsByName('nickname')[0].value"))
        .isEqualTo("password true beside");
  }

  @Test
  void a_session_survives_a_reload_and_ends_with_signing_out() {
    Person person = person().signedUpAs("reloading");
    person.opens("/meetings");
    person.seesHeading("Meetings");

    person.reloads();
    person.seesHeading("Meetings");
    assertThat(person.runs("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
        .isEqualTo("{}{}");

    person.presses("Sign out");
    person.seesHeading("Sign in");
    person.opens("/meetings");
    person.seesHeading("Sign in");
    person.fills("E-mail address", "reloading@example.com");
    person.fills("Password", Person.PASSWORD);
    person.presses("Sign in");
    person.seesHeading("Meetings");
  }

  @Test
  void axe_finds_no_serious_problem_on_any_page() {
    Person person = person();
    person.opens("/sign-in");
    person.seesHeading("Sign in");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    person.opens("/sign-up");
    person.seesHeading("Sign up");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    person.signedUpAs("axe");
    String room = opensRoom(person, "Looked at closely", 2);
    assertThat(Axe.seriousProblems(person)).isEmpty();
    asksForAMatch(person, "Afternoon");
    person.sees("waiting at the moment");
    assertThat(Axe.seriousProblems(person)).isEmpty();

    for (String path : List.of("/", "/rooms", room, "/rooms/new", "/match", "/meetings", "/none")) {
      findsNoSeriousProblem(person, path);
    }

    person.opens("/");
    person.presses("Meal");
    person.presses("Cancel the request");
    person.seesHeading("This request has been cancelled.");
    assertThat(Axe.seriousProblems(person)).isEmpty();
  }

  private static void asksForAMatch(Person person, String time) {
    person.opens("/match");
    person.chooses("Category", "Meal");
    person.presses(time);
    person.presses("Find my group");
  }
}
