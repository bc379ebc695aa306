package dev.moim.adapter.web.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingControllerTest extends ApiTest {
  private final String meetings = "/api/v1/meetings/";

  private String meeting(Person host, Person guest) {
    String room =
        """
        {"title": "점심", "category": "meal", "meetsAt": "%s", "capacity": 4,
         "condition": {"place": ["gaepo"], "way": ["delivery", "eat-out"]}}\
        """
            .formatted(clock.now().plus(Duration.ofHours(3)));
    String path = "/api/v1/rooms/" + post(host, "/api/v1/rooms", room).is(201).id();
    post(guest, path + "/members", null).is(200);
    return meetings + post(host, path + "/confirmation", null).is(201).id();
  }

  @Test
  void a_meeting_goes_into_a_calendar() {
    Person host = somebody();
    Person guest = somebody();
    String meeting = meeting(host, guest);
    String id = meeting.substring(meetings.length());

    Reply calendar = get(host, meeting + "/calendar.ics").is(200);

    assertThat(calendar.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(calendar.header("Vary")).contains("Accept-Language");
    assertThat(text(calendar))
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    assertThat(unfolded(calendar))
        .contains(
            "UID:" + id + "@moim",
            "STATUS:CONFIRMED",
            "SEQUENCE:1",
            "SUMMARY:점심 (meal)",
            "LOCATION:gaepo",
            "DESCRIPTION:place: gaepo\\nway: delivery\\, eat-out\\nWith: " + guest.nickname(),
            "URL:http://localhost/#/meetings/" + id);
    get(somebody(), meeting + "/calendar.ics").is(404, "MEETING_NOT_FOUND");
  }

  @Test
  void a_meeting_tells_the_room_it_came_from_and_what_that_is_called() {
    Person host = somebody();
    Person guest = somebody();
    String first = meeting(host, guest);
    String second = meeting(host, guest);

    Reply one = get(guest, first).is(200);
    Reply all = get(guest, "/api/v1/meetings").is(200);

    assertThat(one.text("/source/kind")).isEqualTo("ROOM");
    assertThat(one.text("/source/roomTitle")).isEqualTo("점심");
    assertThat(all.text("/items/0/id")).isEqualTo(second.substring(meetings.length()));
    assertThat(all.text("/items/0/source/roomTitle")).isEqualTo("점심");
    assertThat(all.text("/items/1/source/roomTitle")).isEqualTo("점심");
  }

  @Test
  void a_calendar_speaks_the_readers_language() {
    Person host = somebody();
    Person guest = somebody();
    String meeting = meeting(host, guest);

    Reply calendar = get(guest, meeting + "/calendar.ics", "Accept-Language", "ko").is(200);

    assertThat(calendar.header("Content-Language")).isEqualTo("ko");
    assertThat(unfolded(calendar))
        .anyMatch(
            line -> line.startsWith("DESCRIPTION:") && line.endsWith("함께: " + host.nickname()));
  }

  @Test
  void whoever_cannot_come_gets_no_calendar_and_those_who_are_left_one_that_is_called_off() {
    Person host = somebody();
    Person guest = somebody();
    String meeting = meeting(host, guest);

    delete(guest, meeting + "/members/me").is(204);

    get(guest, meeting + "/calendar.ics").is(404, "MEETING_NOT_FOUND");
    assertThat(unfolded(get(host, meeting + "/calendar.ics").is(200)))
        .contains("STATUS:CANCELLED", "SEQUENCE:2")
        .noneMatch(line -> line.contains(guest.nickname()));
  }

  @Test
  void who_accepts_no_calendar_is_told_what_there_is() {
    Person host = somebody();
    String calendar = meeting(host, somebody()) + "/calendar.ics";

    for (String accept : List.of("application/json", "text/html", "nonsense")) {
      Reply refused = get(host, calendar, "Accept", accept).is(406, "NOT_ACCEPTABLE");

      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.text("/details/available")).isEqualTo("text/calendar");
      assertThat(refused.text("/detail")).contains("text/calendar");
    }
    get(host, calendar, "Accept", "text/*").is(200);
  }

  private static String text(Reply calendar) {
    return new String(calendar.raw().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** The content lines, as a calendar program reads them. */
  private static List<String> unfolded(Reply calendar) {
    return List.of(text(calendar).replace("\r\n ", "").split("\r\n"));
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
    Reply unknown =
        post(guest, reviews, of.formatted(member, ", \"points\": 5")).is(400, "MALFORMED");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/reviews/0/points");
    assertThat(unknown.text("/errors/0/code")).isEqualTo("UNKNOWN_FIELD");
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
