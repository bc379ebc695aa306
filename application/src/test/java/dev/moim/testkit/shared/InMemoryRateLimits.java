package dev.moim.testkit.shared;

import dev.moim.application.shared.RateLimits;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Token buckets in a map. What a bucket misses is kept in nanoseconds times the capacity: in this
 * unit a token costs just the refill time, so that nothing is ever rounded.
 */
public final class InMemoryRateLimits implements RateLimits {
  private record Key(Limit limit, String owner) {}

  private record Bucket(long missing, Instant at) {}

  private final Map<Key, Bucket> buckets = new HashMap<>();
  private final Clock clock;

  public InMemoryRateLimits(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Decision take(Limit limit, String owner) {
    Instant now = clock.now();
    Key key = new Key(limit, owner);
    long token = limit.refill().toNanos();
    long capacity = Math.multiplyExact(token, limit.capacity());
    long missing = missing(buckets.getOrDefault(key, new Bucket(0, now)), limit, now);
    boolean taken = missing + token <= capacity;
    if (taken) {
      missing += token;
      buckets.put(key, new Bucket(missing, now));
    }
    long untilNext = Math.max(0, missing + token - capacity);
    return new Decision(
        taken,
        (capacity - missing) / token,
        Duration.ofNanos(Math.ceilDiv(untilNext, limit.capacity())));
  }

  @Override
  public synchronized boolean hasToken(Limit limit, String owner) {
    Bucket bucket = buckets.get(new Key(limit, owner));
    long token = limit.refill().toNanos();
    return bucket == null || missing(bucket, limit, clock.now()) <= token * (limit.capacity() - 1);
  }

  private static long missing(Bucket bucket, Limit limit, Instant now) {
    Duration passed = Duration.between(bucket.at(), now);
    return passed.compareTo(limit.refill()) >= 0
        ? 0
        : Math.max(0, bucket.missing() - Math.max(0, passed.toNanos()) * limit.capacity());
  }
}
