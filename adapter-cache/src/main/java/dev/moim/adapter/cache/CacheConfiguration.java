package dev.moim.adapter.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.application.shared.Caches;
import dev.moim.application.shared.Locks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything this adapter contributes to the program: caches, counts and locks of one process. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {
  @Bean
  Caches caches() {
    return new CaffeineCaches(Ticker.systemTicker());
  }

  @Bean
  SignInAttempts signInAttempts() {
    return new CaffeineSignInAttempts(Ticker.systemTicker());
  }

  @Bean
  Locks locks() {
    return new LocalLocks();
  }
}
