package dev.moim.adapter.web.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.application.matching.port.in.ComparePool;
import dev.moim.application.matching.port.in.RunPool;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.testkit.shared.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MatchRequestControllerTest extends ApiTest {
  private static final String MEAL =
      "{\"category\": \"meal\", \"condition\": {\"place\": [\"gaepo\"]}, \"size\": {\"max\": 2}}";

  private final String requests = "/api/v1/match-requests";
  @Autowired private RunPool runPool;
  @Autowired private ComparePool comparePool;

  /** Whoever was left waiting must not meet the members of the next test. */
  @AfterEach
  void emptyThePool() {
    match("meal");
  }

  /** Takes in what no event has told of here, and forms groups. */
  private void match(String category) {
    CategoryKey pool = new CategoryKey(category);
    comparePool.compare(pool);
    runPool.run(pool);
  }

  @Test
  void a_request_waits_until_it_is_taken_back() {
    Person me = somebody();

    Reply submitted = post(me, requests, MEAL).is(201);

    String location = submitted.header("Location");
    assertThat(submitted.text("/status")).isEqualTo("WAITING");
    assertThat(submitted.json().get("size").toString()).isEqualTo("{\"min\":2,\"max\":2}");
    assertThat(submitted.text("/expiresAt")).isEqualTo("2026-03-02T00:30:00.123456Z");
    assertThat(get(me, location).is(200).json()).isEqualTo(submitted.json());
    assertThat(get(me, requests + "?mine=true").is(200).json().at("/items/0"))
        .isEqualTo(submitted.json());
    delete(me, location).is(204);
    delete(me, location).is(204);
    Reply cancelled = get(me, location);
    assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("/endReason")).isEqualTo("TAKEN_BACK");

    Reply again = post(me, location + "/repetition", null).is(201);
    assertThat(again.header("Location")).isNotEqualTo(location);
    assertThat(again.json().get("condition")).isEqualTo(submitted.json().get("condition"));
    post(me, again.header("Location") + "/repetition", null).is(409, "LIVE_REQUEST_EXISTS");
    delete(me, again.header("Location")).is(204);
  }

  @Test
  void who_waits_is_told_what_would_help() {
    Person me = somebody();
    Person you = somebody();
    String mine = post(me, requests, MEAL).is(201).header("Location");
    String yours = post(you, requests, MEAL.replace("gaepo", "out")).is(201).header("Location");
    assertThat(get(me, mine).json().has("outlook")).isFalse();

    match("meal");

    Reply waiting = get(me, mine).is(200);
    assertThat(waiting.json().at("/outlook/people").intValue()).isGreaterThanOrEqualTo(2);
    assertThat(waiting.json().at("/outlook/suitable").intValue()).isZero();
    assertThat(waiting.json().at("/outlook/chances").size()).isEqualTo(3);
    assertThat(waiting.json().at("/outlook/chances/0/minutes").intValue()).isEqualTo(5);
    assertThat(waiting.json().at("/outlook/chances/0/probability").doubleValue())
        .isBetween(0.0, 1.0);
    assertThat(waiting.text("/outlook/hints/0/facet")).isEqualTo("place");
    assertThat(waiting.json().at("/outlook/hints/0/wider/place").size()).isGreaterThan(0);
    assertThat(waiting.json().at("/outlook/hints/0/morePeople").intValue()).isPositive();
    delete(me, mine).is(204);
    delete(you, yours).is(204);
  }

  @Test
  void friends_are_asked_and_come_along_or_do_not() {
    Person me = somebody();
    Person you = somebody();
    Person third = somebody();
    String leading =
        post(
                me,
                requests,
                "{\"category\": \"meal\", \"size\": {\"min\": 4, \"max\": 4}, \"fillRooms\": true,"
                    + " \"party\": [\"%s\", \"%s\"]}".formatted(you.nickname(), third.nickname()))
            .is(201)
            .header("Location");
    assertThat(get(me, leading).text("/status")).isEqualTo("INVITING");
    assertThat(get(me, leading).text("/party/0/nickname")).isEqualTo(you.nickname());
    assertThat(get(me, leading).text("/party/0/answer")).isEqualTo("OPEN");
    assertThat(get(me, leading).json().get("fillRooms").booleanValue()).isTrue();
    Reply invitations = get(you, requests + "/invitations").is(200);
    String id = invitations.text("/items/0/matchRequestId");
    assertThat(leading).endsWith(id);
    assertThat(invitations.text("/items/0/nickname")).isEqualTo(me.nickname());
    assertThat(invitations.text("/items/0/category")).isEqualTo("meal");
    assertThat(invitations.json().at("/items/0/size").toString())
        .isEqualTo("{\"min\":4,\"max\":4}");

    Reply companion = post(you, leading + "/companions/me", null).is(201);

    assertThat(companion.json().get("companion").booleanValue()).isTrue();
    assertThat(get(you, companion.header("Location")).json()).isEqualTo(companion.json());
    assertThat(
            post(you, leading + "/companions/me", null)
                .is(409, "LIVE_REQUEST_EXISTS")
                .text("/details/matchRequestId"))
        .isEqualTo(companion.id());
    post(somebody(), leading + "/companions/me", null).is(404, "NOT_INVITED");
    assertThat(get(you, requests + "/invitations").json().get("items").size()).isZero();
    delete(third, leading + "/companions/me").is(204);
    delete(third, leading + "/companions/me").is(409, "INVITATION_CLOSED");
    delete(somebody(), leading + "/companions/me").is(404, "NOT_INVITED");
    assertThat(get(me, leading).text("/status")).isEqualTo("WAITING");
    post(me, leading + "/start", null).is(409, "REQUEST_NOT_WAITING");
    delete(me, leading).is(204);
    assertThat(get(you, companion.header("Location")).text("/endReason")).isEqualTo("PARTY_ENDED");
  }

  @Test
  void who_starts_without_the_rest_waits() {
    Person me = somebody();
    Person you = somebody();
    String leading =
        post(
                me,
                requests,
                "{\"category\": \"meal\", \"party\": [\"%s\"]}".formatted(you.nickname()))
            .is(201)
            .header("Location");

    assertThat(post(me, leading + "/start", null).is(200).text("/status")).isEqualTo("WAITING");

    post(you, leading + "/start", null).is(404, "MATCH_REQUEST_NOT_FOUND");
    delete(me, leading).is(204);
  }

  @Test
  void members_are_asked_about_their_group() {
    Person me = somebody();
    Person you = somebody();
    String study = "{\"category\": \"study\", \"size\": {\"max\": 2}}";
    String mine = post(me, requests, study).is(201).header("Location");
    String yours = post(you, requests, study).is(201).header("Location");
    post(me, mine + "/acceptance", null).is(409, "PROPOSAL_CLOSED");
    match("study");

    Reply proposed = post(me, mine + "/acceptance", null).is(200);
    assertThat(proposed.text("/status")).isEqualTo("PROPOSED");
    assertThat(proposed.json().at("/proposal/people").intValue()).isEqualTo(2);
    assertThat(proposed.json().at("/proposal/accepted").intValue()).isEqualTo(1);
    assertThat(proposed.json().at("/proposal/mine").booleanValue()).isTrue();
    assertThat(proposed.text("/proposal/respondBy")).isEqualTo("2026-03-02T00:02:00.123456Z");
    Reply declined = post(you, yours + "/refusal", null).is(200);
    assertThat(declined.text("/endReason")).isEqualTo("PROPOSAL_DECLINED");
    assertThat(get(me, mine).text("/status")).isEqualTo("WAITING");
    post(you, mine + "/acceptance", null).is(404, "MATCH_REQUEST_NOT_FOUND");
    post(you, yours + "/refusal", null).is(409, "PROPOSAL_CLOSED");
    delete(me, mine).is(204);
  }

  @Test
  void a_second_live_request_is_refused_with_the_first_ones_identifier() {
    Person me = somebody();
    String first = post(me, requests, MEAL).is(201).id();

    Reply refused = post(me, requests, MEAL).is(409, "LIVE_REQUEST_EXISTS");

    assertThat(refused.text("/details/matchRequestId")).isEqualTo(first);
    delete(me, requests + "/" + first).is(204);
  }

  @Test
  void two_who_fit_get_a_meeting_and_it_is_too_late_to_cancel() {
    Person me = somebody();
    Person you = somebody();
    String location = post(me, requests, MEAL).is(201).header("Location");
    post(you, requests, MEAL).is(201);

    match("meal");

    Reply matched = get(me, location).is(200);
    assertThat(matched.text("/status")).isEqualTo("MATCHED");
    assertThat(delete(me, location).is(409, "ALREADY_MATCHED").text("/details/meetingId"))
        .isEqualTo(matched.text("/meetingId"));
    Reply meeting = get(you, "/api/v1/meetings/" + matched.text("/meetingId")).is(200);
    assertThat(meeting.text("/source/kind")).isEqualTo("MATCH");
    assertThat(meeting.json().at("/agreed/place").toString()).isEqualTo("[\"gaepo\"]");
    assertThat(get(me, "/api/v1/meetings").is(200).json().at("/items/0")).isEqualTo(meeting.json());
  }

  @Test
  void nobody_sees_or_cancels_the_requests_of_others() {
    Person me = somebody();
    String location = post(me, requests, MEAL).is(201).header("Location");

    get(somebody(), location).is(404, "MATCH_REQUEST_NOT_FOUND");
    delete(somebody(), location).is(404, "MATCH_REQUEST_NOT_FOUND");
    get(somebody(), "/api/v1/meetings/" + Samples.uuid()).is(404, "MEETING_NOT_FOUND");
    delete(me, location).is(204);
  }

  @Test
  void wishes_outside_the_rules_are_named() {
    Reply refused =
        post(
                somebody(),
                requests,
                "{\"category\": \"meal\", \"size\": {\"min\": 1, \"max\": 99},"
                    + " \"condition\": {\"mood\": [\"good\"]}}")
            .is(422, "INVALID_INPUT");

    assertThat(refused.json().get("errors").valueStream().map(e -> e.get("pointer").stringValue()))
        .containsExactly("/condition/mood", "/size/min", "/size/max");
    post(somebody(), requests, "{\"category\": \"travel\"}").is(422, "UNKNOWN_CATEGORY");
    post(somebody(), requests, "{\"category\": \"meal\", \"mood\": []}").is(400, "MALFORMED");
    post(somebody(), requests, "{\"category\": \"meal\", \"relax\": [\"x\"], \"party\": [\"\"]}")
        .is(422, "INVALID_INPUT");
    get(somebody(), requests + "?mine=false").is(400, "INVALID_PARAMETER");
  }

  @Test
  void a_list_where_facets_belong_is_of_the_wrong_type_and_one_of_friends_has_no_gaps() {
    Person member = somebody();

    Reply facets =
        post(member, requests, "{\"category\": \"meal\", \"condition\": [null]}")
            .is(400, "MALFORMED");
    Reply friends =
        post(member, requests, "{\"category\": \"meal\", \"party\": [null, \"x\"]}")
            .is(422, "INVALID_INPUT");

    assertThat(facets.text("/errors/0/pointer")).isEqualTo("/condition");
    assertThat(facets.text("/errors/0/code")).isEqualTo("WRONG_TYPE");
    assertThat(friends.text("/errors/0/pointer")).isEqualTo("/party/0");
    assertThat(friends.text("/errors/0/code")).isEqualTo("REQUIRED");
  }
}
