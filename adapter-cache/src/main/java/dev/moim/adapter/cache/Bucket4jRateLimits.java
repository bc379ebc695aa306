package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.shared.RateLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Token buckets in this process. A bucket that nobody has asked for during its refill time is full
 * again, the same as a new one, so it is forgotten. There are never more than so many: whoever
 * comes from ever new addresses pushes out buckets that are asked for less often than others, not
 * those of somebody who asks all the time.
 */
final class Bucket4jRateLimits implements RateLimits {
  private record Key(Limit limit, String owner) {}

  private final Cache<Key, Bucket> buckets;
  private final TimeMeter time;

  Bucket4jRateLimits(Ticker ticker, int most) {
    this.time = new Time(ticker);
    this.buckets =
        Caffeine.newBuilder()
            .expireAfter(Expiry.accessing((Key key, Bucket bucket) -> key.limit().refill()))
            .maximumSize(most)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Decision take(Limit limit, String owner) {
    Bucket bucket = buckets.get(new Key(limit, owner), key -> full(key.limit()));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long untilNext =
        probe.isConsumed() && probe.getRemainingTokens() == 0
            ? bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()
            : probe.getNanosToWaitForRefill();
    return new Decision(
        probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(untilNext));
  }

  @Override
  public boolean hasToken(Limit limit, String owner) {
    Bucket bucket = buckets.getIfPresent(new Key(limit, owner));
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(bandwidth ->
            bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.refill()))
        .withCustomTimePrecision(time)
        .build();
  }

  /** How many buckets take up memory. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  /** The ticker from zero on: it may start anywhere and run over, which buckets can't bear. */
  private static final class Time implements TimeMeter {
    private final Ticker ticker;
    private final long start;

    private Time(Ticker ticker) {
      this.ticker = ticker;
      this.start = ticker.read();
    }

    @Override
    public long currentTimeNanos() {
      return ticker.read() - start;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
