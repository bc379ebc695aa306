package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.Locks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Locks} keeps to. */
public abstract class LocksContract {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final String name = "contract:" + Samples.uuid();

  protected abstract Locks locks();

  @Test
  void the_work_runs_and_gives_its_result() {
    assertThat(locks().whileHolding(name, Duration.ZERO, () -> "done")).contains("done");
    assertThat(locks().whileHolding(name, LONG, () -> "again")).contains("again");
  }

  @Test
  void a_lock_that_another_holds_is_not_to_be_had_and_the_work_does_not_run() {
    AtomicInteger runs = new AtomicInteger();

    Optional<String> result =
        whileAnotherHolds(
            name,
            () -> locks().whileHolding(name, Duration.ZERO, () -> "run " + runs.incrementAndGet()));

    assertThat(result).isEmpty();
    assertThat(runs).hasValue(0);
  }

  @Test
  void waiting_ends_with_the_patience() {
    Optional<String> result =
        whileAnotherHolds(
            name, () -> locks().whileHolding(name, Duration.ofMillis(50), () -> "never"));

    assertThat(result).isEmpty();
  }

  @Test
  void a_lock_of_another_name_is_free() {
    Optional<String> result =
        whileAnotherHolds(
            name, () -> locks().whileHolding(name + ":other", Duration.ZERO, () -> "free"));

    assertThat(result).contains("free");
  }

  @Test
  void who_waits_gets_the_lock_when_it_is_free() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread holder = hold(name, held, asked);
    await(held);
    AtomicReference<Optional<String>> others = new AtomicReference<>(Optional.empty());
    Thread waiter =
        Thread.ofPlatform()
            .start(() -> {
              asked.countDown();
              others.set(locks().whileHolding(name, LONG, () -> "got"));
            });
    Optional<String> mine = locks().whileHolding(name, LONG, () -> "got");
    holder.join();
    waiter.join();

    assertThat(mine).contains("got");
    assertThat(others.get()).contains("got");
  }

  @Test
  void a_thread_that_holds_a_lock_may_enter_again_and_still_holds_it_afterwards() {
    AtomicInteger others = new AtomicInteger();

    Optional<Optional<String>> result =
        locks()
            .whileHolding(
                name,
                LONG,
                () -> {
                  Optional<String> inner = locks().whileHolding(name, Duration.ZERO, () -> "inner");
                  onAnotherThread(() ->
                      locks()
                          .whileHolding(name, Duration.ZERO, others::incrementAndGet)
                          .isPresent());
                  return inner;
                });

    assertThat(result).contains(Optional.of("inner"));
    assertThat(others).hasValue(0);
  }

  @Test
  void what_the_work_throws_comes_out_and_the_lock_is_free_again() {
    IllegalStateException failure = new IllegalStateException("broken");

    assertThatThrownBy(() ->
            locks()
                .whileHolding(
                    name,
                    LONG,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(onAnotherThread(() -> locks().whileHolding(name, Duration.ZERO, () -> "free")))
        .contains("free");
  }

  @Test
  void at_no_time_two_hold_the_same_lock() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Race.of(
            10,
            i -> {
              int done = 0;
              for (int round = 0; round < 20; round++) {
                done +=
                    locks()
                        .whileHolding(
                            name,
                            LONG,
                            () -> {
                              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                              Thread.onSpinWait();
                              inside.decrementAndGet();
                              return 1;
                            })
                        .orElse(0);
              }
              return done;
            })
        .forEach(outcome -> assertThat(outcome.result()).contains(20));

    assertThat(most).hasValue(1);
  }

  private <T> T whileAnotherHolds(String lock, Supplier<T> work) {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Thread holder = hold(lock, held, release);
    try {
      await(held);
      return work.get();
    } finally {
      release.countDown();
      join(holder);
    }
  }

  private Thread hold(String lock, CountDownLatch held, CountDownLatch release) {
    return Thread.ofPlatform()
        .start(() ->
            locks()
                .whileHolding(
                    lock,
                    LONG,
                    () -> {
                      held.countDown();
                      await(release);
                      return true;
                    }));
  }

  private static <T> T onAnotherThread(Supplier<T> work) {
    return Race.of(1, i -> work.get()).getFirst().result().orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
