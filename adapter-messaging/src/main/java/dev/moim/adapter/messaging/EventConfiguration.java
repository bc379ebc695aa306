package dev.moim.adapter.messaging;

import dev.moim.application.shared.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How events are written; it stands alone, for programs that store events and relay none. */
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {
  @Bean
  EventCodec eventCodec() {
    return new JsonEventCodec();
  }
}
