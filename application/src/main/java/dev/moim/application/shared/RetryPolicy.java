package dev.moim.application.shared;

import java.time.Duration;

/**
 * How often something that may fail is tried, and how long to wait in between: "full jitter", a
 * random time up to a limit that doubles from {@code firstPause} to {@code longestPause} (Brooker,
 * "Exponential Backoff and Jitter", 2015).
 *
 * @param attempts how often in all, at least 1
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
  /** Enough for 50 writers on one aggregate: each round of conflicts has at least one winner. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(40, Duration.ofMillis(2), Duration.ofMillis(60));

  public RetryPolicy {
    if (attempts < 1 || !firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("at least one attempt, and pauses that grow");
    }
  }

  /** How long to wait after that many failed attempts (from 1): a random time, never zero. */
  public Duration pauseAfter(int failed, Randomness randomness) {
    return Duration.ofNanos(randomness.below(limitAfter(failed).toNanos()) + 1);
  }

  private Duration limitAfter(int failed) {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(failed - 1, 20));
    return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
  }
}
