package dev.moim.bootstrap.system;

import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Pause;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.shared.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ports that the machine itself answers. */
@Configuration(proxyBeanMethods = false)
public class SystemConfiguration {
  @Bean
  Clock clock() {
    return new SystemClock();
  }

  @Bean
  Randomness randomness() {
    return new SecureRandomness();
  }

  @Bean
  Ids ids(Clock clock, Randomness randomness) {
    return new TimeOrderedIds(clock, randomness);
  }

  @Bean
  Pause pause() {
    return new ThreadPause();
  }
}
