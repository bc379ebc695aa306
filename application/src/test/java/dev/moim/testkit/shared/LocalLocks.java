package dev.moim.testkit.shared;

import dev.moim.application.shared.Locks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Locks that hold among the threads of a test. */
public final class LocalLocks implements Locks {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  @Override
  public <T> Optional<T> whileHolding(String name, Duration patience, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(name, n -> new ReentrantLock());
    if (!taken(lock, patience)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      lock.unlock();
    }
  }

  private static boolean taken(ReentrantLock lock, Duration patience) {
    try {
      return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
