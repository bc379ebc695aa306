package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class MalformedJsonTest extends ApiTest {
  private static final int REQUESTS = 2_000;
  private static final List<String> PATHS =
      List.of("/api/v1/rooms", "/api/v1/match-requests", "/api/v1/notifications/read");
  private static final List<String> SEEDS =
      List.of(
          """
          {"title": "점심 🍜", "description": "x", "category": "exercise", "capacity": 4,
           "meetsAt": "2026-03-02T03:00:00Z", "anonymous": false,
           "condition": {"place": ["gaepo"], "level": {"from": 1, "to": 3},
             "when": {"from": "2026-03-02T10:00:00Z", "to": "2026-03-02T12:00:00+09:00"}}}\
          """,
          """
          {"category": "meal", "condition": {"time": ["lunch", "dinner"]},
           "size": {"min": 2, "max": 4}, "expiresAt": "2026-03-02T01:00:00Z"}\
          """,
          "{\"ids\": [\"019cabd8-387b-700e-8000-00000000000e\", \"x\"]}");
  private static final List<String> SPLINTERS =
      List.of(
          "null",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1e999",
          "99999999999999999999",
          "1.5",
          "true",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[[[[[[[[[[[[[[[[[[[[",
          "{\"a\":",
          ",",
          "\"",
          "\\",
          "NaN",
          "/*",
          "\"2026-13-01T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "{\"from\": null, \"to\": []}",
          "\"\uFFFF\"",
          "\uFEFF");

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_120})
  void no_body_whatsoever_makes_the_server_fail(long seed) {
    Random random = new Random(seed);
    Person me = somebody();

    for (int i = 0; i < REQUESTS / 2; i++) {
      byte[] body = broken(random);
      Reply reply = send(HttpMethod.POST, me, PATHS.get(random.nextInt(PATHS.size())), body);
      assertThat(reply.status())
          .as("seed %d, request %d: %s", seed, i, new String(body, StandardCharsets.UTF_8))
          .isLessThan(500);
    }
  }

  private static byte[] broken(Random random) {
    String text = SEEDS.get(random.nextInt(SEEDS.size()));
    for (int edits = random.nextInt(4); edits >= 0; edits--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(12));
      String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + splinter + text.substring(to);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, from) + text.substring(0, to);
            default -> text.replaceFirst(": *[^,}\\]]+", ": " + quoted(splinter));
          };
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (body.length > 0 && random.nextInt(4) == 0) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(body, random.nextInt(body.length + 1)) : body;
  }

  private static String quoted(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  @Test
  void an_empty_text_is_no_number() {
    Reply refused =
        post(
                somebody(),
                "/api/v1/rooms",
                """
                {"title": "Lunch", "category": "meal", "meetsAt": "2026-03-02T10:00:00Z",
                 "capacity": ""}\
                """)
            .is(400, "MALFORMED");

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/capacity");
  }

  @Test
  void what_is_missing_in_a_list_is_named_where_it_is_missing() {
    Reply refused =
        post(
                somebody(),
                "/api/v1/meetings/019cabd8-387b-700e-8000-00000000000e/reviews",
                "{\"reviews\": [{\"stars\": 5}]}")
            .is(422, "INVALID_INPUT");

    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/reviews/0/memberId");
  }

  @Test
  void what_is_no_proper_json_is_malformed() {
    Person me = somebody();

    for (String body :
        new String[] {
          "{",
          "[]",
          "1",
          "null",
          "{} {}",
          "{}x",
          "{'ids': []}",
          "{\"ids\": [],}",
          "{\"ids\": [], \"ids\": []}",
          "{ids: []}",
          "{\"ids\": \"x\"}",
          "{\"ids\": {}}",
          "{\"ids\": [[]]}",
          "{\"ids\": [true]}",
          "{\"ids\": [\"\\ud800\"]}",
          "{\"x\": 1}",
          "[".repeat(10_000),
          "{\"ids\":".repeat(10_000)
        }) {
      post(me, "/api/v1/notifications/read", body).is(400, "MALFORMED");
    }
  }

  @Test
  void values_of_the_wrong_type_are_named_where_they_stand() {
    Person me = somebody();
    String room =
        """
        {"title": "t", "category": "meal", "meetsAt": "2026-03-02T03:00:00Z", "capacity": 4,
         "condition": {"place": ["gaepo"]}}\
        """;
    post(me, "/api/v1/rooms", room).is(201);

    assertPointer(me, room.replace("\"t\"", "5"), "/title");
    assertPointer(me, room.replace("4,", "\"4\","), "/capacity");
    assertPointer(me, room.replace("4,", "4.5,"), "/capacity");
    assertPointer(me, room.replace("4,", "true,"), "/capacity");
    assertPointer(me, room.replace("4,", "99999999999,"), "/capacity");
    assertPointer(me, room.replace("\"2026-03-02T03:00:00Z\"", "\"tomorrow\""), "/meetsAt");
    assertPointer(me, room.replace("\"2026-03-02T03:00:00Z\"", "1772420400"), "/meetsAt");
    assertPointer(me, room.replace("[\"gaepo\"]", "\"gaepo\""), "/condition/place");
    assertPointer(me, room.replace("[\"gaepo\"]", "{\"from\": 1}"), "/condition/place");
    assertPointer(me, room.replace("{\"place\": [\"gaepo\"]}", "[]"), "/condition");
  }

  private void assertPointer(Person me, String body, String pointer) {
    assertThat(post(me, "/api/v1/rooms", body).is(400, "MALFORMED").text("/errors/0/pointer"))
        .isEqualTo(pointer);
  }
}
