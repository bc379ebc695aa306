package dev.moim.adapter.web.signature;

import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.shared.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Client signatures. */
@Configuration(proxyBeanMethods = false)
public class SignatureWebConfiguration {
  @Bean
  WebMvcConfigurer signedRequests(
      ClientSignatureSettings settings, UsedOnce usedOnce, Clock clock) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // Before costly requests are counted: what is not signed uses up nobody's share of them.
        registry.addInterceptor(new ClientSignatures(settings, usedOnce, clock));
      }
    };
  }
}
