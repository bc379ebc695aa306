package dev.moim.application.shared;

import java.time.Duration;

/** Remembers what may be used only once, for as long as it could be used again. Thread-safe. */
@FunctionalInterface
public interface UsedOnce {
  /**
   * Whether this is the first use of a value; of several at once exactly one is the first.
   *
   * @param memory for how long the value is remembered
   */
  boolean firstUse(String value, Duration memory);
}
