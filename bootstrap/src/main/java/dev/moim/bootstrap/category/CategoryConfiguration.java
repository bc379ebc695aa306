package dev.moim.bootstrap.category;

import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.domain.condition.Categories;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The configured categories for the server, read from its environment: those that Moim comes with
 * (imported by application.yaml), changed by the operator's own settings.
 */
@Configuration(proxyBeanMethods = false)
public class CategoryConfiguration {
  @Bean
  CategorySetup categorySetup(Environment environment) {
    return CategoryProperties.read(Binder.get(environment));
  }

  @Bean
  Categories categories(CategorySetup setup) {
    return setup.categories();
  }

  @Bean
  MatchingSettings matchingSettings(CategorySetup setup) {
    return setup.matching();
  }
}
