package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.member.Backoff.Attempts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Backoff BACKOFF =
      new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "4,0",
    "5,1",
    "6,2",
    "7,4",
    "8,8",
    "9,16",
    "10,32",
    "11,60",
    "12,60",
    "70,60",
    "2147483647,60"
  })
  void after_the_free_attempts_each_doubles_the_delay_up_to_the_longest(int count, int seconds) {
    assertThat(BACKOFF.untilNext(new Attempts(count, NOW), NOW))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void the_delay_counts_from_the_last_attempt() {
    Attempts six = new Attempts(6, NOW);

    assertThat(BACKOFF.untilNext(six, NOW.plusMillis(1_500))).isEqualTo(Duration.ofMillis(500));
    assertThat(BACKOFF.untilNext(six, NOW.plusSeconds(2).minusNanos(1)))
        .isEqualTo(Duration.ofNanos(1));
    assertThat(BACKOFF.untilNext(six, NOW.plusSeconds(2))).isZero();
  }

  @Test
  void an_attempt_that_was_overtaken_by_a_later_one_waits_no_longer_than_the_longest_delay() {
    Attempts many = new Attempts(70, NOW);
    Instant overtaken = NOW.minusMillis(5);

    assertThat(BACKOFF.untilNext(many, overtaken)).isEqualTo(Duration.ofMinutes(1));
    assertThat(BACKOFF.counted(many, overtaken)).isEqualTo(new Attempts(71, NOW, NOW));
  }

  @Test
  void attempts_are_counted_until_all_are_forgotten() {
    Attempts four = new Attempts(4, NOW);
    Instant forgotten = NOW.plus(Duration.ofHours(1));

    assertThat(BACKOFF.counted(four, forgotten.minusNanos(1)))
        .isEqualTo(new Attempts(5, forgotten.minusNanos(1), NOW));
    assertThat(BACKOFF.counted(four, forgotten)).isEqualTo(new Attempts(1, forgotten));
    assertThat(BACKOFF.isForgotten(four, forgotten.minusNanos(1))).isFalse();
    assertThat(BACKOFF.isForgotten(four, forgotten)).isTrue();
    assertThat(BACKOFF.untilNext(new Attempts(70, NOW), forgotten)).isZero();
  }

  @Test
  void an_attempt_may_be_taken_back_but_none_that_was_not_made() {
    assertThat(new Attempts(2, NOW).without()).isEqualTo(new Attempts(1, NOW));
    assertThat(new Attempts(0, NOW).without()).isEqualTo(new Attempts(0, NOW));
  }

  @ParameterizedTest
  @CsvSource({"0,1,60,3600", "5,0,60,3600", "5,-1,60,3600", "5,61,60,3600", "5,1,60,60"})
  void settings_that_make_no_sense_are_refused(int free, int first, int longest, int memory) {
    assertThatThrownBy(() ->
            new Backoff(
                free,
                Duration.ofSeconds(first),
                Duration.ofSeconds(longest),
                Duration.ofSeconds(memory)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_attempt_taken_back_neither_delays_nor_is_remembered() {
    Attempts five = new Attempts(5, NOW);
    Instant later = NOW.plusSeconds(60);

    assertThat(BACKOFF.counted(five, later).without()).isEqualTo(five);
  }
}
