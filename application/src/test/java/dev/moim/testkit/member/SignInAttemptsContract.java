package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.domain.member.Backoff;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SignInAttempts} keeps to. */
public abstract class SignInAttemptsContract {
  private static final Backoff BACKOFF =
      new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofMinutes(1));
  private static final Instant NOW = SettableClock.START;

  protected abstract SignInAttempts attempts();

  private Duration count(String name, Instant now) {
    return attempts().count(name, BACKOFF, now);
  }

  private void countFreeOnes(String name) {
    for (int i = 0; i < BACKOFF.free(); i++) {
      assertThat(count(name, NOW)).isZero();
    }
  }

  @Test
  void after_the_free_attempts_each_one_waits_twice_as_long_as_the_one_before() {
    countFreeOnes("a");

    Instant now = NOW;
    for (int seconds : List.of(1, 2, 4, 8, 8, 8)) {
      Duration delay = Duration.ofSeconds(seconds);
      assertThat(count("a", now)).isEqualTo(delay);
      now = now.plus(delay);
      assertThat(count("a", now.minusNanos(1_000))).isEqualTo(Duration.ofNanos(1_000));
      assertThat(count("a", now)).isZero();
    }
  }

  @Test
  void an_attempt_that_came_too_early_is_not_counted() {
    countFreeOnes("a");

    for (int i = 0; i < 10; i++) {
      assertThat(count("a", NOW)).isEqualTo(Duration.ofSeconds(1));
    }

    assertThat(count("a", NOW.plusSeconds(1))).isZero();
  }

  @Test
  void each_name_has_a_count_of_its_own() {
    countFreeOnes("a");

    countFreeOnes("A");
    countFreeOnes("");
    countFreeOnes("가".repeat(300));

    assertThat(count("a", NOW)).isPositive();
    assertThat(count("가".repeat(300), NOW)).isPositive();
  }

  @Test
  void one_attempt_can_be_taken_back() {
    countFreeOnes("a");

    attempts().takeBack("a");

    assertThat(count("a", NOW)).isZero();
    assertThat(count("a", NOW)).isPositive();
  }

  @Test
  void taking_back_more_than_there_was_gives_nobody_more_attempts() {
    attempts().takeBack("a");
    count("a", NOW);
    attempts().takeBack("a");
    attempts().takeBack("a");

    countFreeOnes("a");

    assertThat(count("a", NOW)).isPositive();
  }

  @Test
  void what_was_forgotten_begins_anew() {
    countFreeOnes("a");
    countFreeOnes("b");

    attempts().forget("a");
    attempts().forget("never counted");

    countFreeOnes("a");
    assertThat(count("b", NOW)).isPositive();
  }

  @Test
  void who_has_not_tried_for_long_begins_anew() {
    countFreeOnes("a");
    Instant later = NOW.plus(BACKOFF.memory());

    for (int i = 0; i < BACKOFF.free(); i++) {
      assertThat(count("a", later)).isZero();
    }
    assertThat(count("a", later)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void of_a_hundred_at_once_only_the_free_ones_get_through() {
    List<Race.Outcome<Duration>> outcomes = Race.of(100, i -> count("a", NOW));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.result()).isPresent())
        .filteredOn(outcome -> outcome.result().orElseThrow().isZero())
        .hasSize(BACKOFF.free());
  }

  @Test
  void of_many_who_waited_one_gets_through_at_a_time() {
    countFreeOnes("a");

    List<Race.Outcome<Duration>> outcomes = Race.of(50, i -> count("a", NOW.plusSeconds(1)));

    assertThat(outcomes).filteredOn(outcome -> outcome.result().orElseThrow().isZero()).hasSize(1);
  }
}
