package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.Habit;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up people who look for company, to try policies on. */
@FunctionalInterface
public interface GenerateArrivals {
  /**
   * @param category the key of the category in which all of them look for company
   * @param habits how they answer, by facet key; {@link Habit#USUAL} where it is not said
   * @param sizes each of them wants one of these, all equally often; not empty
   * @param patience how long each of them waits; positive
   * @param relaxations what each of them has agreed to
   * @param seed the same command makes the same people
   */
  record Command(
      String category,
      Map<String, Habit> habits,
      Crowd crowd,
      List<GroupSize> sizes,
      Duration patience,
      List<Relaxation> relaxations,
      long seed) {
    public Command {
      habits = Map.copyOf(habits);
      sizes = List.copyOf(sizes);
      relaxations = List.copyOf(relaxations);
      if (sizes.isEmpty()) {
        throw new IllegalArgumentException("people want groups of some size");
      }
      if (!patience.isPositive()) {
        throw new IllegalArgumentException("the patience is positive: " + patience);
      }
    }
  }

  /**
   * How many come, and when.
   *
   * @param perMinute how many arrive in a minute, on average, independently of each other; empty if
   *     all are there at once, without times
   * @param people how many come; empty if it is left to chance
   * @param length for how long people arrive, if {@code people} does not end it before
   */
  record Crowd(
      Instant start, Optional<Double> perMinute, Optional<Integer> people, Duration length) {
    public Crowd {
      if (perMinute.isPresent() && !(perMinute.get() > 0)) {
        throw new IllegalArgumentException("the rate is positive: " + perMinute.get());
      }
      if (perMinute.isEmpty() && people.isEmpty()) {
        throw new IllegalArgumentException("of those who are there at once, the number is needed");
      }
    }
  }

  /**
   * Returns them in the order of their arrival.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY
   */
  List<SimulateMatching.Arrival> generate(Command command);
}
