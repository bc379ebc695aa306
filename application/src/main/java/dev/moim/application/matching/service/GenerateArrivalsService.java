package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.Habit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes up arrivals by a simple model.
 *
 * <p>People arrive independently of each other, at a rate that does not change (a Poisson process):
 * the time to the next one is exponential. For each facet, independently of the others, somebody
 * draws how many alternatives they accept, and then these one after the other, without repetition,
 * in proportion to their popularity ({@link Habit}). Sizes are drawn uniformly from those of the
 * command, and everybody has the same patience and has agreed to the same relaxations.
 *
 * <p>Times are whole milliseconds.
 */
final class GenerateArrivalsService implements GenerateArrivals {
  private final Categories categories;

  GenerateArrivalsService(Categories categories) {
    this.categories = categories;
  }

  @Override
  public List<Arrival> generate(Command command) {
    Category category = categories.named(command.category());
    var random = new SplittableRandom(command.seed());
    Crowd crowd = command.crowd();
    var arrivals = new ArrayList<Arrival>();
    double millis = 0;
    while (crowd.people().isEmpty() || arrivals.size() < crowd.people().get()) {
      Optional<Instant> submitted = Optional.empty();
      if (crowd.perMinute().isPresent()) {
        millis += exponential(random) * Duration.ofMinutes(1).toMillis() / crowd.perMinute().get();
        if (millis >= crowd.length().toMillis()) {
          break;
        }
        submitted = Optional.of(crowd.start().plusMillis((long) millis));
      }
      arrivals.add(arrival(category, command, arrivals.size(), submitted, random));
    }
    return arrivals;
  }

  /** By inversion; its mean is 1. Strict, so that it is the same on every machine. */
  private static double exponential(SplittableRandom random) {
    return -StrictMath.log1p(-random.nextDouble());
  }

  private static Arrival arrival(
      Category category,
      Command command,
      int number,
      Optional<Instant> submitted,
      SplittableRandom random) {
    Map<String, FacetInput> condition = new LinkedHashMap<>();
    Instant now = submitted.orElse(command.crowd().start());
    for (Facet facet : category.facets()) {
      String key = facet.key().value();
      Habit habit = command.habits().getOrDefault(key, Habit.USUAL);
      condition.put(key, facet.imagine(habit, now, random));
    }
    GroupSize size = command.sizes().get(random.nextInt(command.sizes().size()));
    var person =
        new Person(
            String.format(Locale.ROOT, "p%05d", number),
            condition,
            Optional.of(size.min()),
            Optional.of(size.max()),
            Optional.empty(),
            submitted,
            Set.of());
    return new Arrival(
        person, submitted.map(at -> at.plus(command.patience())), command.relaxations());
  }
}
