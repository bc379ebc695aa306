package dev.moim.bootstrap;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.WebSettings;
import dev.moim.application.member.service.MemberSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

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

  @Bean
  MemberSettings memberSettings(MoimSettings settings) {
    return settings.memberRules();
  }

  @Bean
  MailSettings mailSettings(MoimSettings settings, Environment environment) {
    return settings.mails(() -> port(environment));
  }

  /** The port that was found free, if the settings left it open. */
  private static int port(Environment environment) {
    return environment.getProperty(
        "local.server.port",
        Integer.class,
        environment.getProperty("server.port", Integer.class, 8080));
  }
}
