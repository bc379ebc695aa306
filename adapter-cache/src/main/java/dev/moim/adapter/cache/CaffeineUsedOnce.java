package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.shared.UsedOnce;
import java.time.Duration;

/**
 * Used values in this process. Beyond a number of them some are forgotten early; callers give only
 * values of people whom they have reason to trust, so that nobody else can bring that about.
 */
final class CaffeineUsedOnce implements UsedOnce {
  private final Cache<String, Duration> used;

  CaffeineUsedOnce(Ticker ticker, int most) {
    this.used =
        Caffeine.newBuilder()
            .expireAfter(Expiry.creating((String value, Duration memory) -> memory))
            .maximumSize(most)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public boolean firstUse(String value, Duration memory) {
    return used.asMap().putIfAbsent(value, memory) == null;
  }

  /** How many values take up memory. */
  long size() {
    used.cleanUp();
    return used.estimatedSize();
  }
}
