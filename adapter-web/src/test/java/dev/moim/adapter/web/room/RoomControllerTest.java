package dev.moim.adapter.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoomControllerTest extends ApiTest {
  private final String rooms = "/api/v1/rooms";

  private String room(String more) {
    return """
    {"title": "점심 🍜", "category": "meal", "meetsAt": "%s", "capacity": 2%s}\
    """
        .formatted(clock.now().plus(Duration.ofHours(3)), more);
  }

  private String opened(Person host, String more) {
    return rooms + "/" + post(host, rooms, room(more)).is(201).id();
  }

  @Test
  void an_opened_room_is_found_at_its_location() {
    Person host = somebody();

    Reply opened =
        post(host, rooms, room(", \"condition\": {\"place\": [\"gaepo\", \"seocho\"]}")).is(201);

    Reply found = get(host, opened.header("Location")).is(200);
    assertThat(found.json()).isEqualTo(opened.json());
    assertThat(found.header("ETag")).isEqualTo(opened.header("ETag")).isEqualTo("\"1\"");
    assertThat(found.text("/title")).isEqualTo("점심 🍜");
    assertThat(found.json().at("/condition/place").toString()).isEqualTo("[\"gaepo\",\"seocho\"]");
    assertThat(found.text("/host/nickname")).isEqualTo(host.nickname());
    assertThat(found.json().at("/seats").toString()).isEqualTo("{\"taken\":1,\"capacity\":2}");
    assertThat(found.text("/meetsAt")).isEqualTo("2026-03-02T03:00:00.123456Z");
  }

  @Test
  void levels_and_windows_come_back_as_they_went_in() {
    Person host = somebody();
    String condition =
        """
        {"level": {"from": 2, "to": 4},\
         "when": {"from": "2026-03-02T10:00:00Z", "to": "2026-03-02T12:00:00Z"}}\
        """;

    Reply opened =
        post(
            host, rooms, room(", \"condition\": " + condition).replace("\"meal\"", "\"exercise\""));

    assertThat(opened.is(201).json().get("condition").toString())
        .isEqualTo(condition.replace(" ", ""));
  }

  @Test
  void what_is_missing_is_named_all_at_once() {
    Reply refused = post(somebody(), rooms, "{\"title\": null}").is(422, "INVALID_INPUT");

    assertThat(refused.json().get("errors").valueStream().map(e -> e.get("pointer").stringValue()))
        .containsExactly("/title", "/category", "/meetsAt", "/capacity");
  }

  @Test
  void what_a_rule_refuses_is_named_where_it_stands() {
    Reply refused =
        post(somebody(), rooms, room(", \"condition\": {\"place\": [\"gaepo\", \"moon\"]}"))
            .is(422, "INVALID_INPUT");

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/condition/place/1");
    assertThat(refused.text("/errors/0/code")).isEqualTo("UNKNOWN_OPTION");
    assertThat(refused.text("/errors/0/message")).contains("seocho");
  }

  @Test
  void fields_of_later_days_are_unknown_today() {
    Reply refused = post(somebody(), rooms, room(", \"fillRooms\": true")).is(400, "MALFORMED");

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/fillRooms");
    assertThat(refused.text("/errors/0/code")).isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void a_full_room_takes_nobody_and_may_be_left() {
    Person host = somebody();
    Person guest = somebody();
    String room = opened(host, "");

    Reply joined = post(guest, room + "/members", null).is(200);

    assertThat(joined.header("ETag")).isEqualTo("\"2\"");
    post(guest, room + "/members", null).is(409, "ALREADY_A_MEMBER");
    post(somebody(), room + "/members", null).is(409, "ROOM_FULL");
    delete(guest, room + "/members/me").is(204);
    delete(guest, room + "/members/me").is(409, "NOT_A_MEMBER");
  }

  @Test
  void an_anonymous_room_names_nobody_but_oneself() {
    Person host = somebody();
    Person guest = somebody();
    String room = opened(host, ", \"anonymous\": true");

    Reply joined = post(guest, room + "/members", null).is(200);

    assertThat(joined.json().at("/members/0").has("nickname")).isFalse();
    assertThat(joined.json().at("/members/0").has("id")).isFalse();
    assertThat(joined.text("/members/1/nickname")).isEqualTo(guest.nickname());
    assertThat(joined.raw().getHeader("Cache-Control")).contains("no-store");
  }

  @Test
  void a_confirmed_room_becomes_a_meeting() {
    Person host = somebody();
    Person guest = somebody();
    String room = opened(host, "");
    post(host, room + "/confirmation", null).is(409, "TOO_FEW_MEMBERS");
    post(guest, room + "/members", null).is(200);
    post(guest, room + "/confirmation", null).is(403, "NOT_THE_HOST");

    Reply meeting = post(host, room + "/confirmation", null).is(201);

    assertThat(get(guest, meeting.header("Location")).is(200).json()).isEqualTo(meeting.json());
    assertThat(meeting.text("/source/kind")).isEqualTo("ROOM");
    assertThat(get(host, room).text("/status")).isEqualTo("CONFIRMED");
    post(host, room + "/confirmation", null).is(409, "ROOM_NOT_OPEN");
  }

  @Test
  void the_host_cancels_what_they_have_seen() {
    Person host = somebody();
    String room = opened(host, "");
    post(somebody(), room + "/members", null).is(200);

    delete(somebody(), room).is(403, "NOT_THE_HOST");
    delete(host, room, "If-Match", "\"1\"").is(412, "STALE_VERSION");
    delete(host, room, "If-Match", "W/\"2\"").is(412, "STALE_VERSION");
    delete(host, room, "If-Match", "2").is(400, "MALFORMED");
    delete(host, room, "If-Match", "\"2\"").is(204);

    assertThat(get(host, room).text("/status")).isEqualTo("CANCELLED");
    delete(host, room).is(409, "ROOM_NOT_OPEN");
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    Person host = somebody();
    String room = opened(host, "");

    Reply same = get(host, room, "If-None-Match", "\"1\"").is(304);

    assertThat(same.raw().getContentLength()).isZero();
    get(host, room, "If-None-Match", "\"0\"").is(200);
  }

  @Test
  void a_room_that_is_not_there_is_not_found_whatever_its_identifier_looks_like() {
    Person somebody = somebody();

    get(somebody, rooms + "/" + Samples.uuid()).is(404, "ROOM_NOT_FOUND");
    get(somebody, rooms + "/1").is(404, "ROOM_NOT_FOUND");
    get(somebody, rooms + "/1-1-1-1-1").is(404, "ROOM_NOT_FOUND");
    post(somebody, rooms + "/%F0%9F%8D%9C/members", null).is(404, "ROOM_NOT_FOUND");
  }

  @Test
  void pages_hold_every_room_once() {
    Person host = somebody();
    for (int i = 0; i < 7; i++) {
      opened(host, "");
    }

    Set<String> seen = new HashSet<>();
    String cursor = "";
    do {
      Reply page = get(host, rooms + "?mine=true&limit=3&sort=newest" + cursor).is(200);
      for (JsonNode item : page.json().get("items").values()) {
        assertThat(seen.add(item.get("id").stringValue())).isTrue();
      }
      cursor = page.json().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : "";
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(7);
  }

  @Test
  void rooms_are_found_by_category_status_seats_and_membership() {
    Person host = somebody();
    Person guest = somebody();
    String full = opened(host, "");
    post(guest, full + "/members", null).is(200);
    String free = opened(host, "");

    assertThat(found(host, "?mine=true&hasSeats=true")).containsExactly(free);
    assertThat(found(guest, "?mine=true")).containsExactly(full);
    assertThat(found(host, "?mine=true&status=CANCELLED")).isEmpty();
    assertThat(found(host, "?mine=true&category=study")).isEmpty();
    assertThat(found(host, "?mine=true&category=meal&status=OPEN"))
        .containsExactlyInAnyOrder(full, free);
  }

  private Set<String> found(Person by, String query) {
    Set<String> found = new HashSet<>();
    for (JsonNode item : get(by, rooms + query).is(200).json().get("items").values()) {
      found.add(rooms + "/" + item.get("id").stringValue());
    }
    return found;
  }

  @Test
  void queries_that_make_no_sense_are_refused() {
    Person somebody = somebody();

    for (String query :
        new String[] {
          "limit=0",
          "limit=101",
          "limit=x",
          "limit=",
          "sort=oldest",
          "sort=SOONEST",
          "status=open",
          "mine=yes",
          "hasSeats=1",
          "place=gaepo",
          "limit=1&limit=2",
          "x"
        }) {
      get(somebody, rooms + "?" + query).is(400, "INVALID_PARAMETER");
    }
    get(somebody, rooms + "?category=travel").is(422, "UNKNOWN_CATEGORY");
  }

  @Test
  void a_cursor_that_was_tampered_with_is_refused() {
    Person host = somebody();
    opened(host, "");
    opened(host, "");
    String cursor = get(host, rooms + "?limit=1").is(200).text("/nextCursor");
    get(host, rooms + "?limit=1&cursor=" + cursor).is(200);

    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String forged = cursor.substring(0, i) + other + cursor.substring(i + 1);
      get(host, rooms + "?limit=1&cursor=" + forged).is(400, "INVALID_CURSOR");
    }
    get(host, rooms + "?limit=1&sort=newest&cursor=" + cursor).is(400, "INVALID_CURSOR");
    get(host, "/api/v1/meetings?cursor=" + cursor).is(400, "INVALID_CURSOR");
    get(host, rooms + "?cursor=").is(400, "INVALID_CURSOR");
  }
}
