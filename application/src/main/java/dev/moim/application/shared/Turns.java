package dev.moim.application.shared;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets those who are about the same thing go one after the other, in the order in which they came.
 * It is a courtesy and excludes nobody: who has waited for long goes on without a turn, and so may
 * those of other processes, which is why it asks no {@link Locks}. Of two different things it may
 * take one for the other, rarely, which costs a little time. Thread-safe.
 */
final class Turns {
  private static final int LINES = 4_096;

  private final ReentrantLock[] lines =
      Stream.generate(() -> new ReentrantLock(true)).limit(LINES).toArray(ReentrantLock[]::new);
  private final Duration patience;

  /**
   * @param patience how long somebody waits for a turn at the most
   */
  Turns(Duration patience) {
    this.patience = patience;
  }

  /** Does a work when it is its turn; not to be called within another turn. */
  <T> T take(Object subject, Supplier<T> work) {
    int hash = subject.hashCode();
    ReentrantLock line = lines[(hash ^ hash >>> 16) & (LINES - 1)];
    boolean taken = await(line);
    try {
      return work.get();
    } finally {
      if (taken) {
        line.unlock();
      }
    }
  }

  private boolean await(ReentrantLock line) {
    try {
      return line.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
