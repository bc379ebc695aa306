package dev.moim.adapter.messaging;

import dev.moim.application.matching.port.in.RunPool;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each pool in a thread of its own: at the start, whenever it is signalled, and when something
 * in it is due by the clock. A run that fails is tried again, with pauses that grow.
 */
final class PoolWorkers implements Restartable.Running {
  private static final Logger LOG = LoggerFactory.getLogger(PoolWorkers.class);

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private final RunPool runPool;
  private final PoolSignals signals;
  private final Clock clock;
  private final Randomness randomness;
  private final RetryPolicy retry;
  private final Duration stopWithin;
  private final List<CategoryKey> pools;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Thread> threads;

  PoolWorkers(
      RunPool runPool,
      PoolSignals signals,
      List<CategoryKey> pools,
      Clock clock,
      Randomness randomness,
      RetryPolicy retry,
      Duration stopWithin) {
    this.runPool = runPool;
    this.signals = signals;
    this.clock = clock;
    this.randomness = randomness;
    this.retry = retry;
    this.stopWithin = stopWithin;
    this.pools = List.copyOf(pools);
    threads =
        this.pools.stream()
            .map(pool ->
                Thread.ofPlatform()
                    .daemon()
                    .name("pool-" + pool)
                    .unstarted(() -> runUntilStopped(pool)))
            .toList();
  }

  PoolWorkers start() {
    threads.forEach(Thread::start);
    return this;
  }

  /** Lets the runs end, for a bounded time. */
  @Override
  public void stop() {
    stopping.countDown();
    pools.forEach(signals::raised);
    Instant until = clock.now().plus(stopWithin);
    try {
      for (Thread thread : threads) {
        Duration left = Duration.between(clock.now(), until);
        if (!left.isPositive() || !thread.join(left)) {
          LOG.warn("{} still works after {}; it is interrupted", thread.getName(), stopWithin);
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  private void runUntilStopped(CategoryKey pool) {
    WakeUp wakeUp = signals.of(pool);
    int failures = 0;
    Optional<Instant> started = Optional.of(clock.now());
    try {
      while (stopping.getCount() > 0) {
        try {
          Optional<Instant> due = runPool.run(pool);
          if (started.isPresent()) {
            LOG.info(
                "The pool {} is matched, after {}",
                pool,
                Duration.between(started.get(), clock.now()));
            started = Optional.empty();
          }
          if (failures > 0) {
            LOG.info("The pool {} is matched again, after {} failed attempts", pool, failures);
            failures = 0;
          }
          wakeUp.await(sleep(due));
        } catch (RuntimeException | Error e) {
          failures++;
          if (failures == 1) {
            LOG.warn("The pool {} cannot be matched; trying on", pool, e);
          }
          long pause = retry.pauseAfter(failures, randomness).toNanos();
          if (stopping.await(pause, TimeUnit.NANOSECONDS)) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration sleep(Optional<Instant> due) {
    Duration sleep = due.map(at -> Duration.between(clock.now(), at)).orElse(LONGEST_SLEEP);
    if (sleep.compareTo(LONGEST_SLEEP) > 0) {
      return LONGEST_SLEEP;
    }
    return sleep.isPositive() ? sleep : Duration.ofMillis(1);
  }
}
