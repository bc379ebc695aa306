package dev.moim.bootstrap.cli;

import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.Habit;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What is known of how people answer the facets of the shipped categories. */
final class KnownHabits {
  private final Properties known = new Properties();

  KnownHabits() {
    try (InputStream in =
            Objects.requireNonNull(
                KnownHabits.class.getResourceAsStream("/simulation-habits.properties"));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      known.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By facet key; facets of which nothing is known are left out. */
  Map<String, Habit> of(Category category) {
    Map<String, Habit> habits = new HashMap<>();
    for (Facet facet : category.facets()) {
      String prefix = category.key() + "." + facet.key() + ".";
      Optional<String> popularity = Optional.ofNullable(known.getProperty(prefix + "popularity"));
      Optional<String> alternatives =
          Optional.ofNullable(known.getProperty(prefix + "alternatives"));
      if (popularity.isPresent() && alternatives.isPresent()) {
        habits.put(
            facet.key().value(),
            new Habit(popularity(popularity.get()), numbers(alternatives.get())));
      }
    }
    return habits;
  }

  private static Map<String, Double> popularity(String text) {
    Map<String, Double> popularity = new HashMap<>();
    for (String entry : text.split(", *", -1)) {
      int space = entry.indexOf(' ');
      popularity.put(entry.substring(0, space), Double.valueOf(entry.substring(space + 1)));
    }
    return popularity;
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
  }
}
