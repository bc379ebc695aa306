package dev.moim.testkit.shared;

import dev.moim.application.shared.RateLimits;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets in a map. Of each it keeps when it will be full again, in nanoseconds times the
 * capacity: in this unit a token costs just the refill time, so that nothing is ever rounded.
 */
public final class InMemoryRateLimits implements RateLimits {
  private record Bucket(Limit limit, String owner) {}

  private final Map<Bucket, Long> fullAt = new ConcurrentHashMap<>();
  private final Clock clock;

  public InMemoryRateLimits(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Decision take(Limit limit, String owner) {
    Bucket bucket = new Bucket(limit, owner);
    long token = limit.refill().toNanos();
    long capacity = Math.multiplyExact(token, limit.capacity());
    long now =
        Math.multiplyExact(
            Duration.between(SettableClock.START, clock.now()).toNanos(), limit.capacity());
    long missing = Math.max(0, fullAt.getOrDefault(bucket, now) - now);
    boolean taken = missing + token <= capacity;
    if (taken) {
      missing += token;
      fullAt.put(bucket, now + missing);
    }
    long untilNext = Math.max(0, missing + token - capacity);
    return new Decision(
        taken,
        (capacity - missing) / token,
        Duration.ofNanos(Math.ceilDiv(untilNext, limit.capacity())));
  }
}
