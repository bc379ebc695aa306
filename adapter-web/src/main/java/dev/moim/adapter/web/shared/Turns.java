package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few at a time do what costs much memory and computing, on threads of its own. Requests run
 * on virtual threads, which give way only where they wait: a computation on them would hold up
 * everybody else's requests. Thread-safe.
 */
public final class Turns {
  private final Semaphore turns;
  private final Duration patience;
  private final ExecutorService threads;

  /**
   * @param name of the threads
   * @param patience how long somebody waits for a turn
   */
  public Turns(String name, int atOnce, Duration patience) {
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /**
   * Does the work in a turn, and waits for it.
   *
   * @throws dev.moim.domain.shared.DomainException TOO_BUSY if there was no turn in time
   */
  public <T> T take(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw SharedError.TOO_BUSY.exception();
      }
      Future<T> result =
          threads.submit(() -> {
            try {
              return work.get();
            } finally {
              turns.release();
            }
          });
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SharedError.TOO_BUSY.exception();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("work failed in its turn", e.getCause());
    }
  }
}
