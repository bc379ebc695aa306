package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.moim.adapter.persistence.TestServer;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a room as people walk it, over real HTTP and on each database. */
@ParameterizedClass(name = "{argumentSetName}")
@MethodSource("programs")
class RoomStoryTest {
  private final MoimHere moim;

  RoomStoryTest(MoimHere moim) {
    this.moim = moim;
  }

  /** One on a new database of each kind, started when its turn comes and stopped after it. */
  static Stream<Arguments> programs() {
    return TestServer.chosen()
        .map(server -> {
          Path data = Path.of(RunningMoim.newFolder());
          return argumentSet(server.toString(), MoimHere.start(data, server.newDatabase()));
        });
  }

  private Api api() {
    return moim.api();
  }

  @Test
  void a_room_is_filled_waited_for_left_edited_confirmed_refilled_and_reviewed() {
    Api host = api().member("life-host");
    Api minji = api().member("life-minji");
    Api jun = api().member("life-jun");
    Api sora = api().member("life-sora");
    String room = open(host, 2, false);

    // It fills; two wait, of whom one gives up.
    assertThat(minji.post(room + "/members").status()).isEqualTo(200);
    assertThat(jun.post(room + "/members").code()).isEqualTo("ROOM_FULL");
    assertThat(sora.post(room + "/wait-list").json().path("waitList").path("place").asInt())
        .isEqualTo(1);
    assertThat(jun.post(room + "/wait-list").json().path("waitList").path("place").asInt())
        .isEqualTo(2);
    assertThat(sora.delete(room + "/wait-list/me").status()).isEqualTo(204);

    // Somebody leaves: the seat is kept for who waits, who takes it.
    assertThat(minji.delete(room + "/members/me").status()).isEqualTo(204);
    assertThat(sora.post(room + "/members").code()).isEqualTo("ROOM_FULL");
    await().until(() -> types(jun).contains("SEAT_OFFERED"));
    assertThat(jun.get(room).json().path("waitList").has("offeredUntil")).isTrue();
    assertThat(jun.post(room + "/members").status()).isEqualTo(200);

    // The host makes room for another one, and speaks with the members.
    String tag = host.get(room).response().headers().firstValue("ETag").orElseThrow();
    Api.Answer edited = patch(host, room, "{\"capacity\": 3, \"title\": \"Dinner\"}", tag);
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    assertThat(patch(host, room, "{\"capacity\": 4}", tag).status()).isEqualTo(412);
    assertThat(sora.post(room + "/members").status()).isEqualTo(200);
    Api.Answer comment = host.post(room + "/comments", Map.of("text", "At the gate?"));
    assertThat(comment.status()).as(comment.toString()).isEqualTo(201);
    assertThat(
            jun.post(
                    room + "/comments",
                    Map.of("text", "I will be there", "parentId", comment.text("id")))
                .status())
        .isEqualTo(201);
    await().until(() -> types(sora).contains("ROOM_COMMENTED"));
    await().until(() -> types(host).contains("COMMENT_ANSWERED"));

    // It is confirmed. Somebody can't come, and who has waited takes the seat.
    assertThat(minji.post(room + "/wait-list").status()).isEqualTo(200);
    Api.Answer confirmed = host.post(room + "/confirmation");
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(201);
    String meeting = "/meetings/" + confirmed.text("id");
    assertThat(sora.delete(meeting + "/members/me").status()).isEqualTo(204);
    await().until(() -> types(minji).contains("SEAT_OFFERED"));
    assertThat(sora.post(room + "/members").code()).isEqualTo("ROOM_NOT_OPEN");
    assertThat(minji.post(room + "/members").status()).isEqualTo(200);
    await().until(() -> types(jun).contains("MATCH_JOINED"));
    assertThat(sora.get(meeting).status()).isEqualTo(404);

    // It takes place, and is reviewed.
    beginEarlier(new MeetingId(UUID.fromString(confirmed.text("id"))), Duration.ofHours(6));
    await().atMost(Duration.ofSeconds(30)).until(() -> types(jun).contains("REVIEW_OPEN"));
    String minjisId =
        jun.get(meeting)
            .json()
            .path("members")
            .valueStream()
            .filter(member -> member.path("nickname").asString().equals("life-minji"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    Api.Answer reviewed =
        jun.post(
            meeting + "/reviews",
            Map.of("reviews", List.of(Map.of("memberId", minjisId, "stars", 5))));
    assertThat(reviewed.status()).as(reviewed.toString()).isBetween(200, 204);
  }

  /** As if time had passed. */
  private void beginEarlier(MeetingId id, Duration by) {
    Meetings meetings = moim.get(Meetings.class);
    moim.get(Transactions.class)
        .writeOnly(() -> {
          Meeting.Snapshot now = meetings.find(id).orElseThrow().snapshot();
          meetings.save(
              Meeting.restore(
                  new Meeting.Snapshot(
                      now.id(),
                      now.category(),
                      now.agreed(),
                      now.members(),
                      now.host(),
                      now.source(),
                      now.startsAt().map(at -> at.minus(by)),
                      now.formedAt().minus(by),
                      now.status(),
                      now.reminded(),
                      now.reviews(),
                      now.version())));
        });
  }

  /** Whatever anybody but the host reads, neither id nor nickname of the others is in it. */
  @Test
  void an_anonymous_room_tells_nobody_who_is_in_it() {
    Api host = api().member("masked-host");
    Api minji = api().member("masked-minji");
    Api jun = api().member("masked-jun");
    Api stranger = api().member("masked-stranger");
    Map<String, Api> people = Map.of("host", host, "minji", minji, "jun", jun);
    Map<String, String> ids = new HashMap<>();
    people.forEach((name, api) -> ids.put(name, api.get("/members/me").text("id")));
    String room = open(host, 3, true);

    StringBuilder junReads = new StringBuilder();
    StringBuilder strangerReads = new StringBuilder();
    minji.post(room + "/members");
    junReads.append(jun.post(room + "/members").response().body());
    junReads.append(jun.post(room + "/members").response().body());
    strangerReads.append(stranger.post(room + "/members").response().body());
    strangerReads.append(stranger.post(room + "/wait-list").response().body());
    String comment = minji.post(room + "/comments", Map.of("text", "Where?")).text("id");
    host.post(room + "/comments", Map.of("text", "Here"));
    junReads.append(
        jun.post(room + "/comments", Map.of("text", "There", "parentId", comment))
            .response()
            .body());
    patch(host, room, "{\"description\": \"Bring money\"}", "*");
    minji.delete(room + "/members/me");
    await().until(() -> types(jun).contains("ROOM_LEFT") && types(jun).contains("ROOM_COMMENTED"));
    await().until(() -> types(stranger).contains("SEAT_OFFERED"));
    for (String path : List.of(room, room + "/comments", "/rooms", "/rooms?mine&sort=newest")) {
      junReads.append(jun.get(path).response().body());
      strangerReads.append(stranger.get(path).response().body());
    }
    for (String path : List.of("/notifications", "/members/me/export")) {
      junReads.append(jun.get(path).response().body());
      strangerReads.append(stranger.get(path).response().body());
    }

    assertThat(junReads.toString())
        .contains("\"seat\":1", "\"seat\":2")
        .doesNotContain(ids.get("host"), ids.get("minji"), "masked-host", "masked-minji");
    assertThat(strangerReads.toString())
        .contains("\"seat\":1")
        .doesNotContain(ids.values())
        .doesNotContain("masked-host", "masked-minji", "masked-jun");
    assertThat(host.get(room).response().body()).contains(ids.get("jun"), "masked-jun");

    // Confirmed: the members know each other, and nobody else knows them.
    host.post(room + "/confirmation");
    assertThat(jun.get(room).response().body()).contains(ids.get("host"), "masked-host");
    assertThat(jun.get(room + "/comments").response().body())
        .contains("masked-host")
        .doesNotContain(ids.get("minji"), "masked-minji");
    assertThat(
            stranger.get(room).response().body()
                + stranger.get(room + "/comments").response().body())
        .doesNotContain(ids.values())
        .doesNotContain("masked-");
  }

  private static Api.Answer patch(Api by, String path, String body, String tag) {
    return by.send("PATCH", path, HttpRequest.BodyPublishers.ofString(body), "If-Match", tag);
  }

  private static String open(Api host, int capacity, boolean anonymous) {
    Api.Answer opened =
        host.post(
            "/rooms",
            Map.of(
                "title",
                "Lunch",
                "category",
                "meal",
                "meetsAt",
                Instant.now().plus(3, ChronoUnit.HOURS).toString(),
                "capacity",
                capacity,
                "anonymous",
                anonymous));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return "/rooms/" + opened.text("id");
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
