package dev.moim.benchmarks;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.Habit;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OptionsFacet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Those who come in a measurement: what they are asked, and how they tend to answer.
 *
 * @param habits by facet key; {@link Habit#USUAL} where it is not said
 * @param sizes each of them wants one of these, all equally often
 */
record Crowd(Category category, Map<String, Habit> habits, List<GroupSize> sizes) {
  /** The category {@code meal}: 3 × 5 × 3 = 45 cells, all sizes, habits as in the simulation. */
  static final Crowd MEAL =
      new Crowd(
          category(
              "meal",
              facet("place", "seocho", "gaepo", "out"),
              facet("time", "breakfast", "lunch", "afternoon", "dinner", "midnight"),
              facet("way", "delivery", "eat-out", "take-out")),
          Map.of(
              "place",
              habit(List.of(60.0, 30.0, 10.0), Map.of("gaepo", 60.0, "seocho", 25.0, "out", 15.0)),
              "way",
              habit(
                  List.of(50.0, 30.0, 20.0),
                  Map.of("eat-out", 50.0, "delivery", 30.0, "take-out", 20.0)),
              "time",
              habit(
                  List.of(60.0, 30.0, 10.0),
                  Map.of(
                      "lunch",
                      40.0,
                      "dinner",
                      35.0,
                      "afternoon",
                      15.0,
                      "breakfast",
                      5.0,
                      "midnight",
                      5.0))),
          sizes("2-2", "2-4", "3-4", "4-4"));

  /** Three facets of 20, 48 and 30 options: 28,800 cells, two to four people. */
  static final Crowd LARGE =
      new Crowd(
          category("large", facet("place", 20), facet("time", 48), facet("topic", 30)),
          Map.of(),
          sizes("2-4"));

  Crowd {
    habits = Map.copyOf(habits);
    sizes = List.copyOf(sizes);
  }

  /** What one person asks for. */
  record Wish(AllOf condition, GroupSize size) {}

  private static Category category(String key, Facet... facets) {
    return new Category(
        new CategoryKey(key),
        new LocalizedName(key, key),
        List.of(facets),
        new GroupSize(2, 4),
        4,
        Duration.ofMinutes(30));
  }

  private static Facet facet(String key, int options) {
    return facet(
        key, IntStream.range(0, options).mapToObj(each -> "o" + each).toArray(String[]::new));
  }

  private static Facet facet(String key, String... options) {
    return new OptionsFacet(
        new FacetKey(key),
        new LocalizedName(key, key),
        Stream.of(options)
            .map(each -> new OptionsFacet.Option(each, new LocalizedName(each, each)))
            .toList());
  }

  private static Habit habit(List<Double> alternatives, Map<String, Double> popularity) {
    return new Habit(popularity, alternatives);
  }

  /** Sizes such as {@code 2-4}. */
  static List<GroupSize> sizes(String... sizes) {
    return Stream.of(sizes)
        .map(size -> new GroupSize(size.charAt(0) - '0', size.charAt(2) - '0'))
        .toList();
  }

  /** The one whose category has that key. */
  static Crowd named(String key) {
    return Stream.of(MEAL, LARGE)
        .filter(crowd -> crowd.category.key().value().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** What the next one asks for. */
  Wish wish(RandomGenerator random) {
    Map<String, FacetInput> answers = new HashMap<>();
    for (Facet facet : category.facets()) {
      String key = facet.key().value();
      Habit habit = habits.getOrDefault(key, Habit.USUAL);
      answers.put(key, facet.imagine(habit, Instant.EPOCH, random));
    }
    return new Wish(category.read(answers, Instant.MIN), sizes.get(random.nextInt(sizes.size())));
  }

  /** What stands in tables. */
  String title() {
    int cells =
        category.facets().stream()
            .mapToInt(facet -> ((OptionsFacet) facet).options().size())
            .reduce(1, Math::multiplyExact);
    return "%s, %,d cells".formatted(category.key(), cells);
  }
}
