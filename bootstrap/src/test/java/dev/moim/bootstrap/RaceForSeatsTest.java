package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.shared.Race;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty people want the nineteen free seats of one room, at the same instant, over HTTP. */
class RaceForSeatsTest extends RunningMoim {
  private static final int PEOPLE = 50;
  private static final int ROUNDS = 20;

  @Test
  void of_fifty_who_join_at_once_nineteen_get_the_free_seats() throws Exception {
    Api host = api().member("race-host");
    List<Api> people =
        IntStream.range(0, PEOPLE).parallel().mapToObj(i -> api().member("race-" + i)).toList();

    for (int round = 0; round < ROUNDS; round++) {
      String room = open(host, "Round " + round);
      List<Api.Answer> answers =
          Race.of(PEOPLE, i -> people.get(i).post(room + "/members")).stream()
              .map(outcome -> outcome.result().orElseThrow())
              .toList();

      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .hasSize(31)
          .allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("ROOM_FULL");
          });
      Api.Answer after = host.get(room);
      assertThat(after.json().path("members").size()).isEqualTo(20);
      assertThat(after.json().path("seats").path("taken").asInt()).isEqualTo(20);
      // Nobody may be in more than ten open rooms.
      assertThat(host.delete(room).status()).isEqualTo(204);
    }
  }

  private static String open(Api host, String title) {
    Api.Answer room =
        host.post(
            "/rooms",
            Map.of(
                "title",
                title,
                "category",
                "meal",
                "meetsAt",
                Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                "capacity",
                20));
    assertThat(room.status()).as(room.toString()).isEqualTo(201);
    return "/rooms/" + room.text("id");
  }
}
