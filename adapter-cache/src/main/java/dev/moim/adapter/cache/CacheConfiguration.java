package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.application.shared.Caches;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.UsedOnce;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Everything this adapter contributes to the program: caches, counts, limits and locks of one
 * process.
 */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {
  /** A bucket takes up about 300 bytes. */
  private static final int MOST_BUCKETS = 100_000;

  private static final int MOST_ATTEMPT_NAMES = 100_000;
  private static final int MOST_USED_VALUES = 200_000;

  /** The time of caches and limits, which only ever goes forward. */
  @Bean
  Ticker ticker() {
    return Ticker.systemTicker();
  }

  @Bean
  Caches caches(Ticker ticker) {
    return new CaffeineCaches(ticker);
  }

  @Bean
  SignInAttempts signInAttempts(Ticker ticker) {
    return new CaffeineSignInAttempts(ticker, MOST_ATTEMPT_NAMES);
  }

  @Bean
  Locks locks() {
    return new LocalLocks();
  }

  @Bean
  RateLimits rateLimits(Ticker ticker) {
    return new Bucket4jRateLimits(ticker, MOST_BUCKETS);
  }

  @Bean
  UsedOnce usedOnce(Ticker ticker) {
    return new CaffeineUsedOnce(ticker, MOST_USED_VALUES);
  }
}
