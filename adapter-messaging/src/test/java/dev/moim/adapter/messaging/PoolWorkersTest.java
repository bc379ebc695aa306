package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.RunPool;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.Clock;
import dev.moim.testkit.shared.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PoolWorkersTest {
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final CategoryKey STUDY = new CategoryKey("study");

  private final PoolSignals signals = new PoolSignals();
  private final Clock clock = Instant::now;
  private final BlockingQueue<CategoryKey> runs = new LinkedBlockingQueue<>();
  private Optional<PoolWorkers> workers = Optional.empty();

  @AfterEach
  void stop() {
    workers.ifPresent(PoolWorkers::stop);
  }

  private void start(RunPool runPool, Duration stopWithin, CategoryKey... pools) {
    workers =
        Optional.of(
            new PoolWorkers(
                    runPool,
                    signals,
                    List.of(pools),
                    clock,
                    new SeededRandomness(1),
                    new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5)),
                    stopWithin)
                .start());
  }

  private void start(RunPool runPool, CategoryKey... pools) {
    start(runPool, Duration.ofSeconds(30), pools);
  }

  private Optional<Instant> note(CategoryKey pool) {
    runs.add(pool);
    return Optional.empty();
  }

  @Test
  void every_pool_is_run_at_the_start() throws InterruptedException {
    start(this::note, MEAL, STUDY);

    assertThat(List.of(runs.take(), runs.take())).containsExactlyInAnyOrder(MEAL, STUDY);
  }

  @Test
  void a_pool_is_run_when_it_is_signalled_and_no_other() throws InterruptedException {
    start(this::note, MEAL, STUDY);
    runs.take();
    runs.take();

    signals.raised(STUDY);
    assertThat(runs.take()).isEqualTo(STUDY);
    signals.raised(STUDY);
    assertThat(runs.take()).isEqualTo(STUDY);
  }

  @Test
  void a_signal_during_a_run_is_followed_by_another_run() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    start(
        pool -> {
          if (times.getAndIncrement() == 0) {
            signals.raised(pool);
          }
          return note(pool);
        },
        MEAL);

    assertThat(runs.take()).isEqualTo(MEAL);
    assertThat(runs.take()).isEqualTo(MEAL);
  }

  @Test
  void a_pool_is_run_when_something_in_it_is_due() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    Instant due = clock.now().plusMillis(30);
    start(
        pool -> {
          note(pool);
          return times.getAndIncrement() == 0 ? Optional.of(due) : Optional.empty();
        },
        MEAL);

    runs.take();
    runs.take();
    assertThat(clock.now()).isAfterOrEqualTo(due);
  }

  @Test
  void what_was_due_before_is_done_at_once() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    start(
        pool -> {
          note(pool);
          return times.getAndIncrement() == 0 ? Optional.of(Instant.EPOCH) : Optional.empty();
        },
        MEAL);

    assertThat(runs.take()).isEqualTo(MEAL);
    assertThat(runs.take()).isEqualTo(MEAL);
  }

  @Test
  void a_pool_that_fails_is_tried_until_it_succeeds_and_does_not_keep_the_others()
      throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    start(
        pool -> {
          int before = pool.equals(MEAL) ? failures.getAndIncrement() : 5;
          if (before == 0) {
            throw new AssertionError("not even an exception");
          }
          if (before < 5) {
            throw new IllegalStateException("broken");
          }
          return note(pool);
        },
        MEAL,
        STUDY);

    assertThat(List.of(runs.take(), runs.take())).containsExactlyInAnyOrder(MEAL, STUDY);
    signals.raised(MEAL);
    assertThat(runs.take()).isEqualTo(MEAL);
    assertThat(failures).hasValueGreaterThan(5);
  }

  @Test
  void a_stop_lets_the_run_end_and_no_other_follows() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    start(
        pool -> {
          running.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          ended.incrementAndGet();
          return Optional.empty();
        },
        MEAL);
    running.await();

    Thread stopping = Thread.ofPlatform().daemon().start(() -> workers.orElseThrow().stop());
    goOn.countDown();
    stopping.join();
    signals.raised(MEAL);

    assertThat(ended).hasValue(1);
  }

  @Test
  void a_run_that_does_not_end_is_interrupted() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    start(
        pool -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
          }
          return Optional.empty();
        },
        Duration.ofMillis(20),
        MEAL);
    running.await();

    workers.orElseThrow().stop();

    assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_stop_does_not_wait_for_the_pause_after_a_failure() throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(1);
    workers =
        Optional.of(
            new PoolWorkers(
                    pool -> {
                      failed.countDown();
                      throw new IllegalStateException("broken");
                    },
                    signals,
                    List.of(MEAL),
                    clock,
                    new SeededRandomness(1),
                    new RetryPolicy(3, Duration.ofHours(1), Duration.ofHours(2)),
                    Duration.ofMinutes(1))
                .start());
    failed.await();

    workers.orElseThrow().stop();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("pool-" + MEAL);
  }
}
