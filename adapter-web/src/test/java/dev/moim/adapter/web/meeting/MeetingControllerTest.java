package dev.moim.adapter.web.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeetingControllerTest extends ApiTest {
  private final String meetings = "/api/v1/meetings/";

  private String meeting(Person host, Person guest) {
    String room =
        """
        {"title": "점심", "category": "meal", "meetsAt": "%s", "capacity": 4}\
        """
            .formatted(clock.now().plus(Duration.ofHours(3)));
    String path = "/api/v1/rooms/" + post(host, "/api/v1/rooms", room).is(201).id();
    post(guest, path + "/members", null).is(200);
    return meetings + post(host, path + "/confirmation", null).is(201).id();
  }

  @Test
  void a_meeting_goes_into_a_calendar() {
    Person host = somebody();
    String meeting = meeting(host, somebody());

    Reply calendar = get(host, meeting + "/calendar.ics").is(200);

    assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
    assertThat(new String(calendar.raw().getContentAsByteArray(), StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains("STATUS:CONFIRMED\r\n", "SEQUENCE:1\r\n", "SUMMARY:")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    get(somebody(), meeting + "/calendar.ics").is(404, "MEETING_NOT_FOUND");
  }

  @Test
  void who_cannot_come_leaves_and_is_a_stranger_then() {
    Person host = somebody();
    Person guest = somebody();
    String meeting = meeting(host, guest);

    delete(guest, meeting + "/members/me").is(204);

    delete(guest, meeting + "/members/me").is(404, "MEETING_NOT_FOUND");
    assertThat(get(host, meeting).is(200).text("/status")).isEqualTo("CANCELLED");
    delete(host, meeting + "/members/me").is(409, "MEETING_ENDED");
    delete(host, meetings + "x/members/me").is(404, "MEETING_NOT_FOUND");
  }

  @Test
  void reviews_wait_for_the_meeting_and_are_checked() {
    Person host = somebody();
    Person guest = somebody();
    String reviews = meeting(host, guest) + "/reviews";
    String of = "{\"reviews\": [{\"memberId\": \"%s\"%s}]}";
    String member = get(host, "/api/v1/members/me").is(200).id();

    post(guest, reviews, of.formatted(member, ", \"stars\": 5")).is(422, "REVIEW_NOT_OPEN");
    post(guest, reviews, of.formatted(member, ", \"stars\": 6")).is(422, "INVALID_INPUT");
    post(guest, reviews, of.formatted(member, ", \"stars\": 5, \"absent\": true"))
        .is(422, "INVALID_INPUT");
    post(guest, reviews, of.formatted("x", ", \"stars\": 5")).is(422, "INVALID_INPUT");
    assertThat(get(guest, reviews).is(200).json().get("items").isEmpty()).isTrue();
    get(somebody(), reviews).is(404, "MEETING_NOT_FOUND");
  }

  @Test
  void everybody_sees_totals_and_only_oneself_the_ledger() {
    Person me = somebody();
    String id = get(me, "/api/v1/members/me").is(200).id();

    assertThat(get(somebody(), "/api/v1/members/" + id + "/score").is(200).json().toString())
        .isEqualTo("{\"total\":0}");
    assertThat(get(me, "/api/v1/members/me/score?category=meal").is(200).text("/total"))
        .isEqualTo("0");
    get(me, "/api/v1/members/me/score?category=travel").is(422, "UNKNOWN_CATEGORY");
    get(me, "/api/v1/members/me/score?from=yesterday").is(400, "INVALID_PARAMETER");
    get(me, "/api/v1/members/" + Samples.uuid() + "/score").is(404, "MEMBER_NOT_FOUND");
  }
}
