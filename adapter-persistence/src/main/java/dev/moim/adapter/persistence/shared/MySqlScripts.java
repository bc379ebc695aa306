package dev.moim.adapter.persistence.shared;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The scripts as MySQL understands them: it has no {@code uuid} and no sequences. Where the scripts
 * of all databases say {@code uuid} it gets the sixteen bytes that Hibernate maps there; a script
 * that it needs differently lies in its own folder under the same name, and takes the place of the
 * common one.
 *
 * <p>What a released script becomes here must stay as it is, like the script: Flyway compares it
 * with what it has run.
 */
final class MySqlScripts implements ResourceProvider {
  private static final Pattern UUID_TYPE = Pattern.compile("\\buuid\\b");

  private final Map<String, LoadableResource> scripts;

  private MySqlScripts(Map<String, LoadableResource> scripts) {
    this.scripts = scripts;
  }

  static MySqlScripts found() {
    Map<String, LoadableResource> scripts = new TreeMap<>();
    for (String folder : List.of("common", "mysql")) {
      for (Resource file : files("classpath*:db/migration/" + folder + "/*.sql")) {
        Script script = Script.of(file);
        scripts.put(script.name, script);
      }
    }
    return new MySqlScripts(scripts);
  }

  private static Resource[] files(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver(MySqlScripts.class.getClassLoader())
          .getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return scripts.get(name);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return scripts.values().stream()
        .filter(script -> script.getFilename().startsWith(prefix))
        .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
        .toList();
  }

  private static final class Script extends LoadableResource {
    private final String name;
    private final String text;

    private Script(String name, String text) {
      this.name = name;
      this.text = text;
    }

    static Script of(Resource file) {
      try {
        String common = file.getContentAsString(StandardCharsets.UTF_8);
        return new Script(
            Objects.requireNonNull(file.getFilename()),
            UUID_TYPE.matcher(common).replaceAll("binary(16)"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
