package dev.moim.adapter.web.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.testkit.shared.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MatchRequestControllerTest extends ApiTest {
  private static final String MEAL =
      "{\"category\": \"meal\", \"condition\": {\"place\": [\"gaepo\"]}, \"size\": {\"max\": 2}}";

  private final String requests = "/api/v1/match-requests";
  @Autowired private RunMatchingPass pass;

  /** Whoever was left waiting must not meet the members of the next test. */
  @AfterEach
  void emptyThePool() {
    pass.run(new CategoryKey("meal"));
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
    assertThat(get(me, location).text("/status")).isEqualTo("CANCELLED");
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

    pass.run(new CategoryKey("meal"));

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
    post(somebody(), requests, "{\"category\": \"meal\", \"relax\": []}").is(400, "MALFORMED");
    get(somebody(), requests + "?mine=false").is(400, "INVALID_PARAMETER");
  }
}
