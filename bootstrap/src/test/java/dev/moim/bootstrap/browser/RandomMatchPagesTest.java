package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people do on the pages who want to be matched. */
@NeedsChromium
class RandomMatchPagesTest extends BrowserTest {
  /** From now on the page is told something else of a match request than the server says. */
  private static final String TELLS_INSTEAD =
      """
      const change = arguments[0];
      const real = window.realFetch ??= window.fetch;
      window.fetch = async (url, request) => {
        const answer = await real(url, request);
        if (request.method !== 'GET' || !/match-requests\\/[\\w-]+$/.test(url)) return answer;
        const told = { ...(await answer.json()), ...JSON.parse(change) };
        return new Response(JSON.stringify(told), { status: 200, headers: answer.headers });
      };
      """;

  @Test
  void two_find_each_other_and_see_it_without_reloading() {
    Person one = person().signedUpAs("finder-one");
    Person other = person().signedUpAs("finder-other");
    asksFor(one, "Exercise", "Badminton");
    one.sees("waiting at the moment");
    one.sees("within 5 min");
    String path = one.path();
    one.runs("window.isTheSamePage = true");

    one.runs(TELLS_INSTEAD, "{\"relaxed\": [\"place\", \"size\"]}");
    asksFor(other, "Exercise", "Badminton");

    one.sees("Not as you first asked, but as you agreed to while you waited: Place, Group size.");
    one.seesHeading("You have a match!");
    one.sees("finder-other");
    assertThat(one.path()).isEqualTo(path);
    assertThat(one.runs("return window.isTheSamePage")).isEqualTo(true);
    assertThat(Axe.seriousProblems(one)).isEmpty();
    other.seesHeading("You have a match!");
    other.sees("finder-one");
    other.presses("To the meeting");
    other.seesHeading("Meeting: Exercise");
  }

  @Test
  void a_friend_comes_along_and_they_are_matched_together() {
    Person leader = person().signedUpAs("party-leader");
    Person friend = person().signedUpAs("party-friend");
    leader.opens("/match");
    leader.chooses("Category", "Exercise");
    leader.presses("Climbing");
    leader.fills("Friend 1", "party-friend");
    leader.presses("Find my group");
    leader.seesHeading("Your friends are being asked");
    leader.sees("has not answered yet");
    assertThat(Axe.seriousProblems(leader)).isEmpty();

    friend.opens("/match");
    friend.sees("party-leader asks you to come along");
    assertThat(Axe.seriousProblems(friend)).isEmpty();
    friend.opens("/");
    friend.sees("party-leader asks you to come along");
    friend.presses("Come along");

    friend.waitsUntil(() -> friend.path().startsWith("/match-requests/"));
    friend.sees("Along with");
    friend.sees("party-leader");
    leader.sees("Along with");
    leader.sees("party-friend");

    Person third = person().signedUpAs("party-third");
    asksFor(third, "Exercise", "Climbing");
    for (Person each : new Person[] {leader, friend, third}) {
      each.seesHeading("You have a match!");
      each.sees("party-leader");
      each.sees("party-friend");
      each.sees("party-third");
    }
  }

  @Test
  void one_who_is_asked_stays_away_and_the_other_goes_on_alone() {
    Person leader = person().signedUpAs("alone-leader");
    Person friend = person().signedUpAs("alone-friend");
    leader.opens("/match");
    leader.chooses("Category", "Exercise");
    leader.presses("Football");
    leader.fills("Friend 1", "alone-friend");
    leader.presses("Find my group");
    leader.seesHeading("Your friends are being asked");

    friend.opens("/");
    friend.presses("No thanks");

    friend.waitsUntil(
        () -> Boolean.TRUE.equals(friend.runs("return !document.querySelector('.invitation')")));
    leader.sees("You may leave this page; the search goes on.");
    leader.presses("Cancel the request");
    leader.seesHeading("This request has been cancelled.");
  }

  @Test
  void one_does_not_wait_for_friends_who_do_not_answer_and_asks_them_again_at_a_tap() {
    Person leader = person().signedUpAs("hasty-leader");
    person().signedUpAs("hasty-friend");
    leader.opens("/match");
    leader.chooses("Category", "Exercise");
    leader.presses("Football");
    leader.fills("Friend 3", "hasty-friend");
    leader.presses("Find my group");
    leader.seesHeading("Your friends are being asked");

    leader.presses("Start without the rest");
    leader.sees("You may leave this page; the search goes on.");
    leader.presses("Cancel the request");
    leader.seesHeading("This request has been cancelled.");
    leader.presses("Ask for the same again");

    leader.seesHeading("Your friends are being asked");
    leader.sees("hasty-friend");
    leader.presses("Cancel the request");
    leader.seesHeading("This request has been cancelled.");
  }

  @Test
  void a_friend_who_is_not_known_is_told_beside_the_name_and_nothing_is_lost() {
    Person person = person().signedUpAs("lonely");
    person.opens("/match");
    person.chooses("Category", "Study");
    person.chooses("How long I wait", "4 hours");
    person.presses(
        "An open room will do as well, if it suits, meets within 24 hours and holds no more than the"
            + " greatest size");
    person.fills("Friend 2", "nobody-at-all");

    person.presses("Find my group");

    person.isTold("Please look at the marked fields.");
    assertThat(
            person.runs(
                "const wrong = [...document.querySelectorAll('[aria-invalid]')];"
                    + "const field = (name) => document.getElementsByName(name)[0];"
                    + "return wrong.map(({ name }) => name).join() + ' '"
                    + " + field('party.1').value + ' ' + field('study.patience').value + ' '"
                    + " + field('fillRooms').checked + ' '"
                    + " + (document.activeElement === wrong[0])"))
        .isEqualTo("party.1 nobody-at-all 240 true true");
    assertThat(Axe.seriousProblems(person)).isEmpty();
  }

  @Test
  void a_proposed_group_is_seen_at_once_and_a_refusal_of_the_server_is_told() {
    Person person = person().signedUpAs("proposed-to");
    asksFor(person, "Meal", "Dinner");
    person.sees("Only you are waiting at the moment");

    person.runs(
        TELLS_INSTEAD,
        """
        {"status": "PROPOSED", "proposal": {"agreed": {"place": ["gaepo"]}, "people": 3,
         "accepted": 1, "mine": false, "respondBy": "2100-01-01T00:00:00Z"},
         "relaxed": ["place"]}
        """);
    person.seesHeading("There is a group for you");
    person.sees("1 of 3 have accepted");
    person.sees("Not as you first asked, but as you agreed to while you waited: Place.");
    person.sees("Gaepo");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    assertThat(person.runs("return document.activeElement.textContent"))
        .isEqualTo("There is a group for you");
    person.presses("Accept");
    person.isTold("The proposal is decided already");

    person.runs(
        TELLS_INSTEAD,
        """
        {"status": "PROPOSED", "proposal": {"agreed": {"place": ["gaepo"]}, "people": 3,
         "accepted": 2, "mine": true, "respondBy": "2100-01-01T00:00:00Z"}}
        """);
    person.sees("2 of 3 have accepted");
    person.sees("You have accepted.");

    person.runs(TELLS_INSTEAD, "{}");
    person.sees("Only you are waiting at the moment");
    person.presses("Cancel the request");
    person.seesHeading("This request has been cancelled.");
  }

  @Test
  void one_who_waits_learns_what_would_help_and_why_a_request_ended() {
    Person person = person().signedUpAs("advised");
    asksFor(person, "Meal", "Dinner");
    person.sees("Only you are waiting at the moment");

    person.runs(
        TELLS_INSTEAD,
        """
        {"outlook": {"people": 7, "suitable": 0, "chances": [{"minutes": 5, "probability": 0.125}],
         "hints": [{"facet": "way", "wider": {"way": ["delivery", "take-out"]}, "morePeople": 4}]}}
        """);
    person.sees("7 people are waiting at the moment");
    person.sees("13%");
    person.sees("Way: Delivery, Take-out");
    person.sees("+4 people");
    assertThat(Axe.seriousProblems(person)).isEmpty();

    person.runs(TELLS_INSTEAD, "{\"status\": \"EXPIRED\", \"endReason\": \"NO_GROUP_POSSIBLE\"}");
    person.seesHeading("Time is up.");
    person.sees("some suited, but no group that all of them would have accepted");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    person.runs(TELLS_INSTEAD, "{}");
    person.presses("Ask for the same again");

    person.sees("Only you are waiting at the moment");
    person.presses("Cancel the request");
    person.seesHeading("This request has been cancelled.");
  }

  /** Groups stay open: who shall not join that of another test asks for something else. */
  private static void asksFor(Person person, String category, String option) {
    person.opens("/match");
    person.chooses("Category", category);
    person.presses(option);
    person.presses("Find my group");
  }
}
