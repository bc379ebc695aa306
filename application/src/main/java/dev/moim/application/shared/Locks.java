package dev.moim.application.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Named locks that hold across everything that shares them: in one process, or in a cluster. They
 * keep work from being done twice at once; correctness never rests on them alone.
 */
public interface Locks {
  /**
   * Runs a work while holding the lock of that name; a thread that holds it may enter again.
   *
   * @param patience how long to wait for it; zero asks once
   * @return the work's result, or empty if the lock was not to be had in time
   */
  <T> Optional<T> whileHolding(String name, Duration patience, Supplier<T> work);
}
