package dev.moim.domain.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How people tend to answer a facet, for simulations: some options are more popular than others,
 * and some people would accept more than one.
 *
 * @param popularity weight of each option by its key, positive; an option is named first as often
 *     as its weight says. Counts only where it has all options of a facet; otherwise their
 *     popularity falls off as 1, 1/2, 1/3 … in configured order (Zipf's law)
 * @param alternatives weights of accepting 1, 2, 3 … of the options or, of a range or window, of
 *     widths that grow accordingly
 */
public record Habit(Map<String, Double> popularity, List<Double> alternatives) {
  /** What is assumed where nothing is known: most accept one option, few three. */
  public static final Habit USUAL = new Habit(Map.of(), List.of(0.6, 0.3, 0.1));

  public Habit {
    popularity = Map.copyOf(popularity);
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty()
        || !alternatives.stream().allMatch(weight -> weight > 0)
        || !popularity.values().stream().allMatch(weight -> weight > 0)) {
      throw new IllegalArgumentException("a habit has weights, and they are positive");
    }
  }

  /** How many of something somebody accepts: 1 to as many as there are weights. */
  int width(RandomGenerator random) {
    return pick(alternatives, random) + 1;
  }

  /**
   * Some of these options, in their order: one after the other by popularity, none twice.
   *
   * @param options at least one
   */
  List<String> some(List<String> options, RandomGenerator random) {
    var left = new ArrayList<>(options);
    var weights = new ArrayList<>(weights(options));
    int count = Math.min(width(random), options.size());
    for (int i = 0; i < count; i++) {
      int next = pick(weights, random);
      left.remove(next);
      weights.remove(next);
    }
    return options.stream().filter(option -> !left.contains(option)).toList();
  }

  private List<Double> weights(List<String> options) {
    return popularity.keySet().containsAll(options)
        ? options.stream().map(option -> Objects.requireNonNull(popularity.get(option))).toList()
        : IntStream.rangeClosed(1, options.size()).mapToObj(rank -> 1.0 / rank).toList();
  }

  private static int pick(List<Double> weights, RandomGenerator random) {
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    double rest = random.nextDouble(all);
    for (int i = 0; i < weights.size() - 1; i++) {
      rest -= weights.get(i);
      if (rest < 0) {
        return i;
      }
    }
    return weights.size() - 1;
  }
}
