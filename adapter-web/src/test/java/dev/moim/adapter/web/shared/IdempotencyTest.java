package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends ApiTest {
  private final String rooms = "/api/v1/rooms";

  private String room(int capacity) {
    return """
    {"title": "점심", "category": "meal", "meetsAt": "%s", "capacity": %d}\
    """
        .formatted(clock.now().plus(Duration.ofHours(3)), capacity);
  }

  private int roomsOf(Person host) {
    return get(host, rooms + "?mine=true").is(200).json().get("items").size();
  }

  @Test
  void the_same_key_and_body_get_the_same_answer_and_one_effect() {
    Person host = somebody();

    Reply first = post(host, rooms, room(4), "Idempotency-Key", "a").is(201);
    Reply again = post(host, rooms, room(4), "Idempotency-Key", "a").is(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.raw().getContentType()).isEqualTo(first.raw().getContentType());
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replay")).isEmpty();
    assertThat(roomsOf(host)).isEqualTo(1);
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    Person host = somebody();
    post(host, rooms, room(4), "Idempotency-Key", "a").is(201);

    post(host, rooms, room(5), "Idempotency-Key", "a").is(422, "IDEMPOTENCY_KEY_REUSED");
    post(host, rooms, room(5), "Idempotency-Key", "b").is(201);
    assertThat(roomsOf(host)).isEqualTo(2);
  }

  @Test
  void a_key_is_its_members_own() {
    Person one = somebody();
    Person other = somebody();

    String first = post(one, rooms, room(4), "Idempotency-Key", "a").is(201).id();

    assertThat(post(other, rooms, room(4), "Idempotency-Key", "a").is(201).id())
        .isNotEqualTo(first);
  }

  @Test
  void a_refusal_is_judged_anew() {
    Person host = somebody();
    String confirmation = rooms + "/" + post(host, rooms, room(4)).is(201).id() + "/confirmation";
    post(host, confirmation, null, "Idempotency-Key", "a").is(409, "TOO_FEW_MEMBERS");
    post(somebody(), confirmation.replace("confirmation", "members"), null).is(200);

    String meeting = post(host, confirmation, null, "Idempotency-Key", "a").is(201).id();

    assertThat(post(host, confirmation, null, "Idempotency-Key", "a").is(201).id())
        .isEqualTo(meeting);
    post(host, confirmation, null, "Idempotency-Key", "b").is(409, "ROOM_NOT_OPEN");
  }

  @RepeatedTest(8)
  void many_at_once_under_one_key_have_one_effect_and_one_answer() {
    Person host = somebody();

    var replies = Race.of(16, i -> post(host, rooms, room(4), "Idempotency-Key", "a"));

    assertThat(replies)
        .map(outcome -> outcome.result().orElseThrow().is(201))
        .map(Reply::json)
        .containsOnly(replies.getFirst().result().orElseThrow().json());
    assertThat(replies)
        .filteredOn(outcome -> outcome.result().orElseThrow().header("Idempotent-Replay").isEmpty())
        .hasSize(1);
    assertThat(roomsOf(host)).isEqualTo(1);
  }

  @RepeatedTest(8)
  void who_is_refused_because_of_the_same_request_gets_its_answer() {
    Person host = somebody();
    String path = rooms + "/" + post(host, rooms, room(4)).is(201).id();
    post(somebody(), path + "/members", null).is(200);

    var replies =
        Race.of(16, i -> post(host, path + "/confirmation", null, "Idempotency-Key", "a"));

    assertThat(replies)
        .map(outcome -> outcome.result().orElseThrow().is(201).id())
        .containsOnly(replies.getFirst().result().orElseThrow().id());
  }

  @Test
  void a_key_that_is_no_key_is_refused() {
    Person host = somebody();

    for (String poor : new String[] {"", "x".repeat(256), "키"}) {
      post(host, rooms, room(4), "Idempotency-Key", poor).is(400, "INVALID_IDEMPOTENCY_KEY");
    }
    post(host, rooms, room(4), "Idempotency-Key", "a", "Idempotency-Key", "b")
        .is(400, "INVALID_IDEMPOTENCY_KEY");
    assertThat(roomsOf(host)).isZero();
  }

  @Test
  void answers_without_a_body_are_repeated_as_well() {
    Person me = somebody();
    String read = "/api/v1/notifications/read";

    post(me, read, "{}", "Idempotency-Key", "a").is(204);

    Reply again = post(me, read, "{}", "Idempotency-Key", "a").is(204);
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
  }
}
