package dev.moim.application.matching.service;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The memory of a pool, if there is one, behind a lock that is held for microseconds. One thread
 * changes it; any may look at it. Thread-safe.
 */
final class SharedMemory {
  private final Lock lock = new ReentrantLock();
  private Optional<PoolMemory> memory = Optional.empty();

  /** What can be seen in it, if it is there. */
  <T> T peek(Function<Optional<PoolMemory>, T> what) {
    lock.lock();
    try {
      return what.apply(memory);
    } finally {
      lock.unlock();
    }
  }

  /** What can be seen in it, or was changed; it must be there. */
  <T> T see(Function<PoolMemory, T> what) {
    return peek(known -> what.apply(known.orElseThrow()));
  }

  /** Changes it; it must be there. */
  void change(Consumer<PoolMemory> what) {
    see(known -> {
      what.accept(known);
      return known;
    });
  }

  boolean isEmpty() {
    return peek(Optional::isEmpty);
  }

  void replace(PoolMemory other) {
    set(Optional.of(other));
  }

  void drop() {
    set(Optional.empty());
  }

  private void set(Optional<PoolMemory> other) {
    lock.lock();
    try {
      memory = other;
    } finally {
      lock.unlock();
    }
  }
}
