package dev.moim.adapter.web.limits;

import dev.moim.adapter.web.shared.ClientAddress;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.adapter.web.shared.SharedWebConfiguration;
import dev.moim.application.shared.RateLimits;
import dev.moim.domain.shared.Clock;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits on use. */
@Configuration(proxyBeanMethods = false)
public class LimitsWebConfiguration {
  @Bean
  RequestLimits requestLimits(
      RateLimits limits, LimitSettings settings, ClientAddress clientAddress, Problems problems) {
    return new RequestLimits(limits, settings, clientAddress, problems);
  }

  @Bean
  FilterRegistrationBean<Admission> admission(
      AdmissionSettings settings, Clock clock, Problems problems) {
    FilterRegistrationBean<Admission> filter =
        new FilterRegistrationBean<>(new Admission(settings, clock, problems));
    filter.setOrder(SharedWebConfiguration.AFTER_REQUEST_IDS);
    return filter;
  }

  /** Between two pieces of a body nobody is waited for any longer than for the whole. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodyPatience(
      AdmissionSettings settings) {
    int milliseconds = Math.toIntExact(settings.bodyPatience().toMillis());
    return server ->
        server.addConnectorCustomizers(connector -> {
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(milliseconds);
          }
        });
  }

  @Bean
  WebMvcConfigurer costlyRequests(RequestLimits limits) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits.interceptor()).order(Ordered.LOWEST_PRECEDENCE);
      }
    };
  }
}
