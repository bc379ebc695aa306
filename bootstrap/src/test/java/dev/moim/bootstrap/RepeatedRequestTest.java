package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.shared.Race;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A client sends the same request several times at once, over HTTP and onto the database. */
class RepeatedRequestTest extends RunningMoim {
  private static final int TIMES = 16;
  private static final int ROUNDS = 10;

  private static List<Api.Answer> atOnce(IntFunction<Api.Answer> request) {
    return Race.of(TIMES, request).stream().map(outcome -> outcome.result().orElseThrow()).toList();
  }

  private static void assertOneAnswer(List<Api.Answer> answers) {
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(answer -> answer.response().body()).distinct()).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.response().headers().firstValue("Idempotent-Replay").isEmpty())
        .hasSize(1);
  }

  /** Suits nobody of another round, so that no match comes between the requests of a round. */
  private static Map<String, Object> wish(int round) {
    List<String> sports = List.of("football", "running", "climbing", "badminton");
    int level = 1 + round / sports.size();
    return Map.of(
        "category",
        "exercise",
        "condition",
        Map.of(
            "sport",
            List.of(sports.get(round % sports.size())),
            "level",
            Map.of("from", level, "to", level)));
  }

  @Test
  void a_room_is_opened_once() {
    Api host = api().member("repeat-host");
    Map<String, Object> room =
        Map.of(
            "title",
            "Once",
            "category",
            "meal",
            "meetsAt",
            Instant.now().plus(1, ChronoUnit.DAYS).toString(),
            "capacity",
            4);

    for (int round = 0; round < ROUNDS; round++) {
      String key = "round-" + round;
      assertOneAnswer(atOnce(i -> host.postUnder(key, "/rooms", room)));
    }

    assertThat(host.get("/rooms?mine=true&limit=100").json().path("items").size())
        .isEqualTo(ROUNDS);
  }

  @Test
  void a_match_request_that_may_live_only_once_is_the_same_for_all() {
    for (int round = 0; round < ROUNDS; round++) {
      Api member = api().member("repeat-" + round);
      Map<String, Object> wish = wish(round);

      List<Api.Answer> answers = atOnce(i -> member.postUnder("once", "/match-requests", wish));

      assertOneAnswer(answers);
      member.delete("/match-requests/" + answers.getFirst().text("id"));
    }
  }

  @Test
  void under_keys_of_their_own_all_but_one_are_told_which_request_lives() {
    for (int round = 0; round < ROUNDS; round++) {
      Api member = api().member("repeat-keys-" + round);
      Map<String, Object> wish = wish(round);

      List<Api.Answer> answers = atOnce(i -> member.postUnder("key-" + i, "/match-requests", wish));

      List<Api.Answer> made = answers.stream().filter(a -> a.status() == 201).toList();
      assertThat(made).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 201)
          .allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("LIVE_REQUEST_EXISTS");
            assertThat(answer.json().path("details").path("matchRequestId").asString())
                .isEqualTo(made.getFirst().text("id"));
          });
      member.delete("/match-requests/" + made.getFirst().text("id"));
    }
  }
}
