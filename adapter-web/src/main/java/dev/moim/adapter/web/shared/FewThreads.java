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
 * A few threads for what costs much memory and computing, so that it is done a few at a time.
 * Requests run on virtual threads, which give way only where they wait: a computation on them would
 * hold up everybody else's requests. Thread-safe.
 */
public final class FewThreads {
  private final Semaphore turns;
  private final Duration patience;
  private final ExecutorService threads;

  /**
   * @param name of the threads
   * @param atOnce how many there are
   * @param patience how long somebody waits for one
   */
  public FewThreads(String name, int atOnce, Duration patience) {
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /**
   * Has the work done on one of the threads when it is its turn, and waits for it.
   *
   * @throws dev.moim.domain.shared.DomainException TOO_BUSY if there was no turn in time
   */
  public <T> T run(Supplier<T> work) {
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
