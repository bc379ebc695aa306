package dev.moim.bootstrap.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Looks for what keeps people from using a page, with axe-core. */
final class Axe {
  private static final String SCRIPT =
      "classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js";
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document).then(
        ({ violations }) => done(violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)),
        (failure) => done([`axe failed: ${failure}`]));
      """;

  private Axe() {}

  /** The serious and critical problems of the page as it is now, each with where it is. */
  static List<String> seriousProblems(Person person) {
    person.runs(script());
    Object found = Objects.requireNonNull(person.runsAsync(RUN));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try {
      Resource[] scripts = new PathMatchingResourcePatternResolver().getResources(SCRIPT);
      return scripts[0].getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
