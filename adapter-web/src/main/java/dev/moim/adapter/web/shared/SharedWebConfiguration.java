package dev.moim.adapter.web.shared;

import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.apache.catalina.Pipeline;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** What all resources share. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemPages.class, ContainerErrors.class, StaticPages.class})
public class SharedWebConfiguration {
  /** Where a request has its identifier, and nothing was done for it yet. */
  public static final int AFTER_REQUEST_IDS = Ordered.HIGHEST_PRECEDENCE + 2;

  /** Behind the security chain, which Spring Boot puts at -100. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  Texts texts() {
    return new Texts();
  }

  @Bean
  Problems problems(Texts texts) {
    return new Problems(texts, ApiJson.mapper());
  }

  @Bean
  ClientAddress clientAddress(Reach reach) {
    return new ClientAddress(reach.trustedProxies());
  }

  @Bean
  Origins origins(ClientAddress clientAddress) {
    return new Origins(clientAddress);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> container(Problems problems) {
    return server ->
        server.addContextCustomizers(context -> {
          Pipeline pipeline = context.getParent().getPipeline();
          pipeline.addValve(new ContainerBodies());
          pipeline.addValve(new ContainerProblems(problems));
        });
  }

  @Bean
  Pages pages(CursorSecret secret) {
    return new Pages(new Cursors(secret.key()));
  }

  @Bean
  FilterRegistrationBean<RequestIds> requestIds(Ids ids) {
    FilterRegistrationBean<RequestIds> filter = new FilterRegistrationBean<>(new RequestIds(ids));
    filter.setOrder(AFTER_REQUEST_IDS - 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestBodies> requestBodies(Problems problems) {
    FilterRegistrationBean<RequestBodies> filter =
        new FilterRegistrationBean<>(new RequestBodies(problems));
    filter.setOrder(AFTER_SECURITY);
    return filter;
  }

  @Bean
  WebMvcRegistrations idempotency(
      IdempotentAnswers answers, Transactions transactions, Clock clock) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new Idempotency(answers, transactions, clock);
      }
    };
  }

  @Bean
  OpenAPI api() {
    return Documentation.api();
  }

  @Bean
  OperationCustomizer documentation() {
    return new Documentation();
  }

  @Bean
  GlobalOpenApiCustomizer completeDescription() {
    return Documentation::complete;
  }

  @Bean
  ModelConverter requiredComponents() {
    return Documentation.requiredComponents();
  }

  @Bean
  WebMvcConfigurer apiConventions(Problems problems, Origins origins) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJson(ApiJson.mapper()));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedIn());
        resolvers.add(origins);
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyActive());
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
      }

      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(problems);
      }
    };
  }
}
