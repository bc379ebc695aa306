package dev.moim.adapter.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
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
  void the_host_confirms_what_they_have_seen() {
    Person host = somebody();
    String room = opened(host, "");
    String seen = post(somebody(), room + "/members", null).is(200).header("ETag");
    Reply edited = patch(host, room, "{\"title\": \"Dinner\"}").is(200);

    post(host, room + "/confirmation", null, "If-Match", seen).is(412, "STALE_VERSION");
    post(host, room + "/confirmation", null, "If-Match", "3").is(400, "MALFORMED");
    assertThat(get(host, room).text("/status")).isEqualTo("OPEN");
    post(host, room + "/confirmation", null, "If-Match", edited.header("ETag")).is(201);

    assertThat(get(host, room).text("/status")).isEqualTo("CONFIRMED");
  }

  @Test
  void the_host_cancels_what_they_have_seen() {
    Person host = somebody();
    String room = opened(host, "");
    post(somebody(), room + "/members", null).is(200);

    delete(somebody(), room).is(403, "NOT_THE_HOST");
    delete(host, room, "If-Match", "\"1\"").is(412, "STALE_VERSION");
    delete(host, room, "If-Match", "W/\"2\"").is(412, "STALE_VERSION");
    Reply unquoted = delete(host, room, "If-Match", "2").is(400, "MALFORMED");
    assertThat(unquoted.text("/errors/0/message")).contains("double quotes").endsWith("\"1\"");
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
    String given = opened(host, "");
    delete(host, given).is(204);

    assertThat(found(host, "?mine=true&hasSeats=true")).containsExactly(free);
    assertThat(found(host, "?mine=true&hasSeats=true&status=CANCELLED")).isEmpty();
    assertThat(found(guest, "?mine=true")).containsExactly(full);
    assertThat(found(host, "?mine=true&status=CANCELLED")).containsExactly(given);
    assertThat(found(host, "?mine=true&status=EXPIRED")).isEmpty();
    assertThat(found(host, "?mine=true&category=study")).isEmpty();
    assertThat(found(host, "?mine=true&category=meal&status=OPEN"))
        .containsExactlyInAnyOrder(full, free);
  }

  @Test
  void ten_open_rooms_are_enough() {
    Person host = somebody();
    for (int i = 0; i < 10; i++) {
      opened(host, "");
    }

    Reply refused = post(host, rooms, room("")).is(409, "TOO_MANY_ROOMS");

    assertThat(refused.text("/detail")).contains("10");
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
  void a_parameter_with_a_value_that_it_cannot_have_is_told_those_that_it_can() {
    Person somebody = somebody();

    for (Map.Entry<String, String> told :
        Map.of(
                "sort=oldest", "newest, soonest.",
                "status=open", "CANCELLED, CONFIRMED, EXPIRED, OPEN.",
                "mine=yes", "false, true.")
            .entrySet()) {
      Reply refused = get(somebody, rooms + "?" + told.getKey()).is(400, "INVALID_PARAMETER");

      assertThat(refused.text("/errors/0/code")).isEqualTo("INVALID_VALUE");
      assertThat(refused.text("/errors/0/message")).endsWith("possible are " + told.getValue());
    }
    assertThat(
            get(somebody, "/api/v1/match-requests?mine=false", "Accept-Language", "ko")
                .is(400, "INVALID_PARAMETER")
                .text("/errors/0/message"))
        .endsWith("가능한 값: true.");
  }

  @Test
  void a_time_without_its_offset_is_told_how_to_be_written() {
    String at = "2026-03-02T12:00:00";
    String room =
        "{\"title\": \"Lunch\", \"category\": \"meal\", \"capacity\": 2, \"meetsAt\": %s}";
    Person host = somebody();

    Reply refused = post(host, rooms, room.formatted("\"" + at + "\"")).is(400, "MALFORMED");

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/meetsAt");
    assertThat(refused.text("/errors/0/code")).isEqualTo("NOT_AN_INSTANT");
    assertThat(refused.text("/errors/0/message")).contains("offset", "+09:00");
    assertThat(post(host, rooms, room.formatted("5")).is(400, "MALFORMED").text("/errors/0/code"))
        .isEqualTo("WRONG_TYPE");
    post(host, rooms, room.formatted("\"" + at + "+09:00\"")).is(201);
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

  @Test
  void a_host_edits_what_they_have_seen() {
    Person host = somebody();
    String room = opened(host, "");

    Reply edited =
        patch(host, room, "{\"title\": \"Dinner\", \"capacity\": 3}", "If-Match", "\"1\"").is(200);

    assertThat(edited.header("ETag")).isEqualTo("\"2\"");
    assertThat(edited.text("/title")).isEqualTo("Dinner");
    assertThat(edited.json().at("/seats/capacity").intValue()).isEqualTo(3);
    assertThat(edited.text("/meetsAt")).isEqualTo("2026-03-02T03:00:00.123456Z");
    assertThat(get(host, room).json()).isEqualTo(edited.json());
    patch(host, room, "{\"title\": \"Late\"}", "If-Match", "\"1\"").is(412, "STALE_VERSION");
    patch(somebody(), room, "{\"title\": \"Mine\"}").is(403, "NOT_THE_HOST");
    patch(host, room, "{\"anonymous\": true}").is(400, "MALFORMED");
    patch(host, room, "{\"category\": \"study\"}").is(400, "MALFORMED");
    assertThat(
            patch(host, room, "{\"capacity\": 21}")
                .is(422, "INVALID_INPUT")
                .text("/errors/0/pointer"))
        .isEqualTo("/capacity");
  }

  @Test
  void a_seat_of_a_full_room_is_waited_for_offered_and_taken() {
    Person host = somebody();
    Person guest = somebody();
    Person next = somebody();
    String room = opened(host, "");
    post(next, room + "/wait-list", null).is(409, "SEAT_IS_FREE");
    post(guest, room + "/members", null).is(200);

    Reply waiting = post(next, room + "/wait-list", null).is(200);
    post(next, room + "/wait-list", null).is(409, "ALREADY_WAITING");
    delete(guest, room + "/members/me").is(204);

    assertThat(waiting.json().get("waitList").toString())
        .isEqualTo("{\"waiting\":1,\"offered\":0,\"place\":1}");
    assertThat(get(next, room).text("/waitList/offeredUntil"))
        .isEqualTo("2026-03-02T00:10:00.123456Z");
    assertThat(get(host, room).json().get("waitList").toString())
        .isEqualTo("{\"waiting\":1,\"offered\":1}");
    post(guest, room + "/members", null).is(409, "ROOM_FULL");
    post(next, room + "/members", null).is(200);
    delete(next, room + "/wait-list/me").is(409, "NOT_WAITING");
  }

  @Test
  void who_declines_a_seat_leaves_it_to_others() {
    Person host = somebody();
    Person guest = somebody();
    Person next = somebody();
    String room = opened(host, "");
    post(guest, room + "/members", null).is(200);
    post(next, room + "/wait-list", null).is(200);
    delete(guest, room + "/members/me").is(204);

    delete(next, room + "/wait-list/me").is(204);

    post(guest, room + "/members", null).is(200);
  }

  @Test
  void who_is_removed_does_not_come_back() {
    Person host = somebody();
    Person guest = somebody();
    String room = opened(host, "");
    post(guest, room + "/members", null).is(200);

    delete(guest, room + "/members/" + host.id()).is(403, "NOT_THE_HOST");
    delete(host, room + "/members/" + host.id()).is(409, "HOST_STAYS");
    delete(host, room + "/members/nobody").is(404, "ROOM_MEMBER_NOT_FOUND");
    delete(host, room + "/members/" + guest.id() + "?reason=was%20rude").is(204);

    post(guest, room + "/members", null).is(403, "REMOVED_FROM_ROOM");
    delete(host, room + "/members/" + guest.id()).is(404, "ROOM_MEMBER_NOT_FOUND");
  }

  @Test
  void why_a_room_was_cancelled_can_be_read() {
    Person host = somebody();
    String room = opened(host, "");
    assertThat(
            delete(host, room + "?reason=" + "x".repeat(201))
                .is(422, "INVALID_INPUT")
                .text("/errors/0/pointer"))
        .isEqualTo("/reason");

    delete(host, room + "?reason=%EB%B9%84%EA%B0%80%20%EC%99%80%EC%84%9C").is(204);

    assertThat(get(somebody(), room).text("/cancelReason")).isEqualTo("비가 와서");
  }

  @Test
  void comments_are_written_answered_edited_hidden_and_deleted() {
    Person host = somebody();
    Person guest = somebody();
    String room = opened(host, "");
    String comments = room + "/comments";
    post(guest, comments, "{\"text\": \"Where?\"}").is(409, "NOT_A_MEMBER");
    post(guest, room + "/members", null).is(200);

    Reply question = post(guest, comments, "{\"text\": \"Where?\"}").is(201);
    String own = comments + "/" + question.id();
    String toIt = "{\"text\": \"At the gate\", \"parentId\": \"" + question.id() + "\"}";
    Reply answer = post(host, comments, toIt).is(201);
    assertThat(question.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.text("/parentId")).isEqualTo(question.id());
    post(host, comments, "{\"text\": \"?\", \"parentId\": \"" + answer.id() + "\"}")
        .is(422, "INVALID_INPUT");
    post(host, comments, "{\"text\": \"?\", \"parentId\": \"none\"}").is(422, "INVALID_INPUT");

    patch(host, own, "{\"text\": \"When?\"}").is(403, "NOT_THE_AUTHOR");
    patch(guest, own, "{\"text\": \"When?\"}", "If-Match", "\"1\"").is(200);
    patch(guest, own, "{\"text\": \"Who?\"}", "If-Match", "\"1\"").is(412, "STALE_VERSION");
    assertThat(get(somebody(), comments).is(200).text("/items/0/text")).isEqualTo("When?");

    put(guest, own + "/hiding").is(403, "NOT_THE_HOST");
    put(host, own + "/hiding").is(204);
    assertThat(get(host, comments).text("/items/0/text")).isEmpty();
    patch(guest, own, "{\"text\": \"When?\"}").is(409, "COMMENT_HIDDEN");
    delete(host, own).is(403, "NOT_THE_AUTHOR");
    delete(guest, own).is(204);
    assertThat(get(host, comments).text("/items/0/state")).isEqualTo("DELETED");
    assertThat(get(host, comments).json().at("/items/0").has("author")).isFalse();
    delete(host, comments + "/" + answer.id()).is(204);
    assertThat(get(host, comments).json().at("/items")).isEmpty();
  }

  @Test
  void comments_come_in_pages_and_a_cursor_is_good_for_its_room_only() {
    Person host = somebody();
    String room = opened(host, "");
    for (int i = 0; i < 3; i++) {
      post(host, room + "/comments", "{\"text\": \"Number " + i + "\"}").is(201);
    }

    Reply first = get(host, room + "/comments?limit=2").is(200);
    String cursor = first.text("/nextCursor");

    assertThat(get(host, room + "/comments?limit=2&cursor=" + cursor).json().at("/items"))
        .hasSize(1);
    get(host, opened(host, "") + "/comments?cursor=" + cursor).is(400, "INVALID_CURSOR");
    get(host, room + "/comments?sort=newest&cursor=" + cursor).is(400, "INVALID_CURSOR");
  }

  @Test
  void comments_are_read_from_the_newest_on_as_well() {
    Person host = somebody();
    String room = opened(host, "");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      post(host, room + "/comments", "{\"text\": \"Number " + i + "\"}").is(201);
    }
    String newest = room + "/comments?sort=newest&limit=2";

    Reply first = get(host, newest).is(200);
    Reply next = get(host, newest + "&cursor=" + first.text("/nextCursor")).is(200);

    assertThat(first.text("/items/0/text")).isEqualTo("Number 2");
    assertThat(first.text("/items/1/text")).isEqualTo("Number 1");
    assertThat(next.text("/items/0/text")).isEqualTo("Number 0");
    assertThat(next.json().has("nextCursor")).isFalse();
    assertThat(get(host, room + "/comments?sort=oldest").text("/items/0/text"))
        .isEqualTo("Number 0");
    get(host, room + "/comments?sort=NEWEST").is(400, "INVALID_PARAMETER");
  }

  @Test
  void rooms_are_found_by_facets_and_by_when_they_meet() {
    Person host = somebody();
    String gaepo =
        post(host, rooms, room(", \"condition\": {\"place\": [\"gaepo\"]}")).is(201).id();
    String anywhere = post(host, rooms, room("")).is(201).id();
    String out = post(host, rooms, room(", \"condition\": {\"place\": [\"out\"]}")).is(201).id();
    String mine = rooms + "?mine=true&category=meal";

    assertThat(ids(get(host, mine + "&place=gaepo"))).containsExactlyInAnyOrder(gaepo, anywhere);
    assertThat(ids(get(host, mine + "&place=gaepo%7Cout&way=delivery")))
        .containsExactlyInAnyOrder(gaepo, anywhere, out);
    assertThat(ids(get(host, mine + "&place="))).hasSize(3);
    assertThat(ids(get(host, mine + "&from=2026-03-02T03:00:00Z"))).hasSize(3);
    assertThat(ids(get(host, mine + "&to=2026-03-02T03:00:00Z"))).isEmpty();
  }

  @Test
  void a_filter_that_is_none_is_refused() {
    Person somebody = somebody();
    for (String wrong :
        new String[] {
          "?place=gaepo",
          "?category=meal&planet=mars",
          "?category=exercise&when=2026-03-02T10:00:00Z/2026-03-02T12:00:00Z"
        }) {
      get(somebody, rooms + wrong).is(400, "INVALID_PARAMETER");
    }
    assertThat(
            get(somebody, rooms + "?category=meal&place=moon")
                .is(422, "INVALID_INPUT")
                .text("/errors/0/pointer"))
        .isEqualTo("/place/0");
    Reply range = get(somebody, rooms + "?category=exercise&level=3-").is(422, "INVALID_INPUT");
    assertThat(range.text("/errors/0/pointer")).isEqualTo("/level");
    assertThat(range.text("/errors/0/code")).isEqualTo("RANGE_EXPECTED");
    get(somebody, rooms + "?category=meal&place=gaepo&place=out").is(400, "INVALID_PARAMETER");
    get(somebody, rooms + "?from=tomorrow").is(400, "INVALID_PARAMETER");
  }

  private static Set<String> ids(Reply page) {
    Set<String> ids = new HashSet<>();
    page.is(200).json().get("items").forEach(room -> ids.add(room.get("id").stringValue()));
    return ids;
  }
}
