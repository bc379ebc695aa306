package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One path through each context, as people walk it, over real HTTP. */
class StoryTest extends RunningMoim {
  @Test
  void a_room_is_opened_joined_handed_on_and_becomes_a_meeting() {
    Api minji = api().member("story-minji");
    Api jun = api().member("story-jun");
    Api sora = api().member("story-sora");

    Api.Answer opened =
        minji.post(
            "/rooms",
            Map.of(
                "title",
                "Lunch by the river",
                "description",
                "Kimbap for everybody",
                "category",
                "meal",
                "condition",
                Map.of("place", List.of("gaepo")),
                "meetsAt",
                Instant.now().plus(3, ChronoUnit.HOURS).toString(),
                "capacity",
                3));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    String room = "/rooms/" + opened.text("id");
    assertThat(opened.response().headers().firstValue("Location")).hasValue("/api/v1" + room);

    assertThat(jun.post(room + "/members").status()).isEqualTo(200);
    assertThat(sora.post(room + "/members").status()).isEqualTo(200);
    assertThat(api().member("story-late").post(room + "/members").code()).isEqualTo("ROOM_FULL");
    assertThat(jun.post(room + "/confirmation").code()).isEqualTo("NOT_THE_HOST");

    assertThat(minji.delete(room + "/members/me").status()).isEqualTo(204);
    Api.Answer confirmed = jun.post(room + "/confirmation");

    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(201);
    String meeting = "/meetings/" + confirmed.text("id");
    assertThat(sora.get(meeting).json().path("members").size()).isEqualTo(2);
    assertThat(minji.get(meeting).code()).isEqualTo("MEETING_NOT_FOUND");
    assertThat(sora.get("/meetings").json().path("items").size()).isEqualTo(1);
    await().until(() -> types(sora).contains("ROOM_CONFIRMED"));
    await().until(() -> types(jun).containsAll(List.of("ROOM_JOINED", "ROOM_HANDED_OVER")));

    assertThat(sora.post("/notifications/read", Map.of()).status()).isBetween(200, 204);
    assertThat(sora.get("/notifications").json().path("unread").asInt()).isZero();
  }

  @Test
  void what_is_not_public_asks_who_you_are() {
    assertThat(api().get("/rooms").status()).isEqualTo(401);
    assertThat(api().get("/rooms").code()).isEqualTo("NOT_SIGNED_IN");
    assertThat(api().get("/categories").status()).isEqualTo(200);
  }

  private static List<String> types(Api member) {
    return member
        .get("/notifications")
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("type").asString())
        .toList();
  }
}
