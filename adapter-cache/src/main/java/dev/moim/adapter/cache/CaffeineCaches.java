package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Caches;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Caches in this process. */
final class CaffeineCaches implements Caches {
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Ticker ticker;

  CaffeineCaches(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  public <K, V> Cache<K, V> named(String name, Duration timeToLive, int most) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("there is a cache named " + name + " already");
    }
    return new CaffeineCache<>(
        Caffeine.newBuilder()
            .expireAfterWrite(timeToLive)
            .maximumSize(most)
            .ticker(ticker)
            .executor(Runnable::run)
            .build());
  }
}
