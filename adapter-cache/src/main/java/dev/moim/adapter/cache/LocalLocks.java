package dev.moim.adapter.cache;

import dev.moim.application.shared.Locks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks within this process. Of those who wait, who has waited longest enters first. A name takes
 * up memory only while somebody holds its lock or waits for it.
 */
final class LocalLocks implements Locks {
  private final ConcurrentMap<String, Named> locks = new ConcurrentHashMap<>();

  @Override
  public <T> Optional<T> whileHolding(String name, Duration patience, Supplier<T> work) {
    Named lock = enter(name);
    try {
      if (!taken(lock, patience)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        lock.unlock();
      }
    } finally {
      leave(name);
    }
  }

  private static boolean taken(Named lock, Duration patience) {
    try {
      return patience.isPositive()
          ? lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)
          : lock.tryLock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a lock", e);
    }
  }

  private Named enter(String name) {
    return locks.compute(
        name,
        (key, present) -> {
          Named lock = present == null ? new Named() : present;
          lock.interested++;
          return lock;
        });
  }

  private void leave(String name) {
    locks.computeIfPresent(name, (key, lock) -> --lock.interested == 0 ? null : lock);
  }

  /** How many names take up memory. */
  int size() {
    return locks.size();
  }

  /** The lock of a name; how many hold it or wait for it changes only within the map's compute. */
  private static final class Named extends ReentrantLock {
    private int interested;

    private Named() {
      super(true);
    }
  }
}
