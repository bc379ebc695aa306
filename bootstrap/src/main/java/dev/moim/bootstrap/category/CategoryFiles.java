package dev.moim.bootstrap.category;

import dev.moim.domain.condition.Categories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The categories from files, for programs that start no Spring context. */
public final class CategoryFiles {
  /** The categories that Moim comes with, a resource. */
  public static final String SHIPPED = "moim-categories.yaml";

  private CategoryFiles() {}

  /** As {@link #setup}, for those who do not ask how categories are matched. */
  public static Categories read(Optional<Path> own) {
    return setup(own).categories();
  }

  /**
   * The categories that Moim comes with, changed by the operator's own file.
   *
   * @throws CategoryConfigurationException if the file is not readable, or naming the key or the
   *     line that is wrong
   */
  public static CategorySetup setup(Optional<Path> own) {
    var sources = new MutablePropertySources();
    own.ifPresent(file -> {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CategoryConfigurationException(file + ": cannot be read");
      }
      load(file.toString(), new FileSystemResource(file)).forEach(sources::addLast);
    });
    load(SHIPPED, new ClassPathResource(SHIPPED)).forEach(sources::addLast);
    return CategoryProperties.read(
        new Binder(
            ConfigurationPropertySources.from(sources),
            new PropertySourcesPlaceholdersResolver(sources)));
  }

  private static List<PropertySource<?>> load(String name, Resource resource) {
    try {
      return new YamlPropertySourceLoader().load(name, resource);
    } catch (MarkedYAMLException e) {
      throw new CategoryConfigurationException(
          "%s:%d:%d: %s"
              .formatted(
                  name,
                  e.getProblemMark().getLine() + 1,
                  e.getProblemMark().getColumn() + 1,
                  e.getProblem()));
    } catch (IOException | RuntimeException e) {
      throw new CategoryConfigurationException(
          name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable"));
    }
  }
}
