package dev.moim.bootstrap;

import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each adapter the settings that are its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MoimSettings.class)
class SettingsConfiguration {
  @Bean
  PersistenceSettings persistenceSettings(MoimSettings settings) {
    return settings.persistence();
  }

  @Bean
  WebSettings webSettings(MoimSettings settings) {
    return settings.web();
  }
}
