package dev.moim.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class BlockControllerTest extends ApiTest {
  private static final String BLOCKS = "/api/v1/members/me/blocks";

  private Reply block(Person by, String whom) {
    return call(HttpMethod.PUT, by, BLOCKS + "/" + whom, null);
  }

  private Reply block(Person by, Person whom) {
    return block(by, whom.id().toString());
  }

  @Test
  void who_was_blocked_is_listed_until_unblocked() {
    Person minji = somebody();
    Person jun = somebody();

    block(minji, jun).is(204);
    block(minji, jun).is(204);

    Reply list = get(minji, BLOCKS).is(200);
    assertThat(list.json().at("/items").toString())
        .isEqualTo(
            """
            [{"memberId":"%s","nickname":"%s","since":"2026-03-02T00:00:00.123456Z"}]\
            """
                .formatted(jun.id(), jun.nickname()));
    assertThat(get(jun, BLOCKS).is(200).json().get("items")).isEmpty();

    delete(minji, BLOCKS + "/" + jun.id()).is(204);
    delete(minji, BLOCKS + "/" + jun.id()).is(204);

    assertThat(get(minji, BLOCKS).is(200).json().get("items")).isEmpty();
  }

  @Test
  void the_list_comes_in_pages_the_latest_first() {
    Person minji = somebody();
    Person first = somebody();
    Person second = somebody();
    block(minji, first).is(204);
    clock.advance(Duration.ofSeconds(1));
    block(minji, second).is(204);

    Reply page = get(minji, BLOCKS + "?limit=1").is(200);
    Reply rest = get(minji, BLOCKS + "?limit=1&cursor=" + page.text("/nextCursor")).is(200);

    assertThat(page.text("/items/0/memberId")).isEqualTo(second.id().toString());
    assertThat(rest.text("/items/0/memberId")).isEqualTo(first.id().toString());
    assertThat(rest.json().has("nextCursor")).isFalse();
    get(minji, BLOCKS + "?cursor=" + "A".repeat(59)).is(400, "INVALID_CURSOR");
  }

  @Test
  void who_can_not_be_blocked_is_refused_and_may_be_unblocked_all_the_same() {
    Person minji = somebody();

    block(minji, minji).is(422, "CANNOT_BLOCK_ONESELF");
    for (String nobody : new String[] {Samples.memberId().toString(), "nobody"}) {
      block(minji, nobody).is(404, "MEMBER_NOT_FOUND");
      delete(minji, BLOCKS + "/" + nobody).is(204);
    }
  }

  @Test
  void a_room_with_one_of_the_two_in_it_is_not_open_to_the_other_who_is_not_told_why() {
    Person minji = somebody();
    Person jun = somebody();
    Person host = somebody();
    block(minji, jun).is(204);
    String body =
        """
        {"title": "Lunch", "category": "meal", "meetsAt": "%s", "capacity": 4, "anonymous": true}\
        """
            .formatted(clock.now().plus(Duration.ofHours(3)));

    for (Person[] two : new Person[][] {{minji, jun}, {jun, minji}}) {
      String room = "/api/v1/rooms/" + post(host, "/api/v1/rooms", body).is(201).id();
      post(two[0], room + "/members", null).is(200);

      Reply refused = post(two[1], room + "/members", null).is(409, "ROOM_NOT_AVAILABLE");

      assertThat(refused.json().has("details")).isFalse();
      assertThat(refused.json().toString())
          .doesNotContain(two[0].id().toString(), two[0].nickname());
      assertThat(get(two[1], room).is(200).text("/status")).isEqualTo("OPEN");
    }
  }
}
