package dev.moim.application.shared;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.RecordingPause;
import dev.moim.testkit.shared.SeededRandomness;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransactionsTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofMillis(2), Duration.ofMillis(6));

  /** Always as late as allowed. */
  private static final Randomness GREATEST =
      new Randomness() {
        @Override
        public long below(long bound) {
          return bound - 1;
        }

        @Override
        public byte[] bytes(int count) {
          return new byte[count];
        }
      };

  private final RecordingPause pause = new RecordingPause();
  private final Transactions transactions = retrying(POLICY, 42);
  private final AtomicInteger attempts = new AtomicInteger();

  private Transactions retrying(RetryPolicy policy, long seed) {
    return new RetryingTransactions(
        new InMemoryTransactions(new InMemoryStore()), policy, new SeededRandomness(seed), pause);
  }

  /** Loses as many races as said, then succeeds. */
  private String losing(int races) {
    if (attempts.incrementAndGet() <= races) {
      throw new ConcurrencyConflict("lost");
    }
    return "done";
  }

  @Test
  void what_succeeds_is_done_once_and_without_a_pause() {
    assertThat(transactions.write(() -> losing(0))).isEqualTo("done");
    assertThat(transactions.read(() -> "read")).isEqualTo("read");

    assertThat(attempts).hasValue(1);
    assertThat(pause.pauses()).isEmpty();
  }

  @Test
  void a_lost_race_is_run_again_after_a_pause_each() {
    assertThat(transactions.write(() -> losing(4))).isEqualTo("done");

    assertThat(attempts).hasValue(5);
    assertThat(pause.pauses()).hasSize(4);
  }

  @Test
  void the_last_lost_race_is_refused_as_too_busy() {
    assertThat(
            assertRefused(SharedError.TOO_BUSY, () -> transactions.write(() -> losing(5)))
                .details())
        .containsEntry("attempts", 5);

    assertThat(attempts).hasValue(5);
    assertThat(pause.pauses()).hasSize(4);
  }

  @Test
  void one_attempt_means_none_again() {
    Transactions once = retrying(new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)), 1);

    assertRefused(SharedError.TOO_BUSY, () -> once.write(() -> losing(1)));

    assertThat(attempts).hasValue(1);
    assertThat(pause.pauses()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pauses_are_random_below_a_limit_that_doubles_up_to_the_longest(long seed) {
    List<Duration> limits =
        List.of(
            Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofMillis(6), Duration.ofMillis(6));

    retrying(POLICY, seed).write(() -> losing(4));

    for (int i = 0; i < limits.size(); i++) {
      assertThat(pause.pauses().get(i)).isPositive().isLessThanOrEqualTo(limits.get(i));
    }
    assertThat(pause.pauses()).doesNotHaveDuplicates();
  }

  @Test
  void an_inner_write_is_not_repeated_alone() {
    AtomicInteger outer = new AtomicInteger();

    assertThat(
            transactions.write(() -> {
              outer.incrementAndGet();
              return transactions.write(() -> losing(2));
            }))
        .isEqualTo("done");

    assertThat(outer).hasValue(3);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void a_read_within_a_write_is_repeated_with_it() {
    assertThat(transactions.write(() -> transactions.read(() -> losing(1)))).isEqualTo("done");
    assertThat(transactions.read(() -> transactions.read(() -> "read"))).isEqualTo("read");

    assertThat(attempts).hasValue(2);
  }

  @Test
  void a_write_to_a_subject_is_repeated_as_every_other() {
    assertThat(transactions.writeTo("room", () -> losing(2))).isEqualTo("done");

    assertThat(attempts).hasValue(3);
    assertThat(pause.pauses()).hasSize(2);
  }

  @Test
  void an_inner_write_to_a_subject_belongs_to_the_outer_one() {
    AtomicInteger outer = new AtomicInteger();

    assertThat(
            transactions.write(() -> {
              outer.incrementAndGet();
              return transactions.writeTo("room", () -> losing(2));
            }))
        .isEqualTo("done");

    assertThat(outer).hasValue(3);
  }

  @Test
  void writes_to_one_subject_do_not_meet() throws Exception {
    Transactions unguarded =
        new Transactions() {
          @Override
          public <T> T read(Supplier<T> work) {
            return work.get();
          }

          @Override
          public <T> T write(Supplier<T> work) {
            return work.get();
          }
        };
    Transactions guarded = new RetryingTransactions(unguarded, POLICY, GREATEST, pause);

    assertThat(TurnsTest.mostTogether(work -> guarded.writeTo(new RoomId(new UUID(0, 7)), work)))
        .isEqualTo(1);
  }

  @Test
  void works_that_are_written_together_are_tried_again_a_few_times() {
    assertThat(
            transactions
                .writeTogether(List.of(() -> "first", () -> losing(2)))
                .orElseThrow()
                .stream()
                .map(Supplier::get))
        .containsExactly("first", "done");
    attempts.set(0);

    assertThat(transactions.writeTogether(List.of(() -> "first", () -> losing(3)))).isEmpty();
    assertThat(attempts).hasValue(3);
  }

  /** Whoever needs the lock waits for it alone then, and as often as ever. */
  @Test
  void works_of_which_one_has_waited_for_a_lock_in_vain_are_not_tried_together_again() {
    Supplier<Object> locked =
        () -> {
          if (attempts.incrementAndGet() <= 2) {
            throw new ConcurrencyConflict("locked", new TimeoutException(), true);
          }
          return "done";
        };

    assertThat(transactions.writeTogether(List.of(() -> "first", locked))).isEmpty();
    assertThat(attempts).hasValue(1);
    assertThat(pause.pauses()).isEmpty();
    assertThat(transactions.write(locked)).isEqualTo("done");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void a_lock_is_waited_for_in_vain_three_times_at_the_most() {
    assertThat(
            assertRefused(
                    SharedError.TOO_BUSY,
                    () ->
                        transactions.write(() -> {
                          attempts.incrementAndGet();
                          throw new ConcurrencyConflict("locked", new TimeoutException(), true);
                        }))
                .details())
        .containsEntry("attempts", 3);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void every_other_failure_comes_out_at_once() {
    assertThatThrownBy(() ->
            transactions.writeOnly(() -> {
              attempts.incrementAndGet();
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attempts).hasValue(1);
    assertThat(transactions.write(() -> losing(3))).isEqualTo("done");
  }

  @Test
  void a_policy_has_an_attempt_and_pauses_that_grow() {
    Duration brief = Duration.ofMillis(1);
    Duration longer = Duration.ofMillis(2);
    assertThatThrownBy(() -> new RetryPolicy(0, brief, longer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, longer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, longer, brief))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limits_stay_at_the_longest_pause_however_often_it_failed() {
    RetryPolicy patient = new RetryPolicy(100, Duration.ofDays(1), Duration.ofDays(100_000));

    assertThat(patient.pauseAfter(1, GREATEST)).isEqualTo(Duration.ofDays(1));
    assertThat(patient.pauseAfter(2, GREATEST)).isEqualTo(Duration.ofDays(2));
    for (int failed = 18; failed < 100; failed++) {
      assertThat(patient.pauseAfter(failed, GREATEST)).isEqualTo(Duration.ofDays(100_000));
    }
    assertThat(POLICY.pauseAfter(1_000, GREATEST)).isEqualTo(Duration.ofMillis(6));
  }
}
