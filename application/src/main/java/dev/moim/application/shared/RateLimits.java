package dev.moim.application.shared;

import java.time.Duration;

/**
 * Token buckets by name: each request takes a token, and tokens come back at a steady rate.
 * Implementations are thread-safe, bounded in memory, and never fail: a store that is away must
 * lead neither to "no limit" nor to "refuse all".
 */
public interface RateLimits {
  /**
   * How much is allowed.
   *
   * @param name names the kind of bucket, such as {@code member}
   * @param capacity how many tokens a full bucket has; at least 1
   * @param refill in which time an empty bucket becomes full, steadily; positive
   */
  record Limit(String name, int capacity, Duration refill) {
    public Limit {
      if (capacity < 1 || !refill.isPositive()) {
        throw new IllegalArgumentException("a limit has a capacity and refills: " + name);
      }
    }
  }

  /**
   * What became of a request for a token.
   *
   * @param taken whether there was one
   * @param remaining whole tokens left
   * @param untilNext until there is a token again; zero if there is one
   */
  record Decision(boolean taken, long remaining, Duration untilNext) {}

  /** Takes a token from the bucket of that limit and owner, if it has one. */
  Decision take(Limit limit, String owner);

  /** Whether that bucket has a token now, which stays there. */
  boolean hasToken(Limit limit, String owner);
}
