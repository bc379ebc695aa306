package dev.moim.application.shared;

import java.time.Duration;

/** Lets the calling thread wait; the only way in which a use case ever does. */
@FunctionalInterface
public interface Pause {
  /**
   * Blocks for about that long.
   *
   * @throws IllegalStateException if the thread is interrupted meanwhile; it stays marked so
   */
  void of(Duration duration);
}
