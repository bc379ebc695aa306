package dev.moim.bootstrap.category;

import dev.moim.domain.condition.Categories;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;

/**
 * The configured categories for the server: those that Moim comes with, changed by the file that
 * MOIM_CONFIG names, changed by the rest of its environment.
 */
@Configuration(proxyBeanMethods = false)
public class CategoryConfiguration {
  @Bean
  Categories categories(ConfigurableEnvironment environment) {
    var sources = new MutablePropertySources();
    environment.getPropertySources().stream()
        .filter(
            source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
        .forEach(sources::addLast);
    Optional<Path> own =
        Optional.ofNullable(environment.getProperty("MOIM_CONFIG"))
            .filter(file -> !file.isBlank())
            .map(Path::of);
    return CategoryFiles.read(sources, own);
  }
}
