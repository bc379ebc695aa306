package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HabitTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:07:00Z");
  private static final int MANY = 20_000;

  static Stream<Facet> facets() {
    var name = RandomConditions.PLACE.name();
    return Stream.of(
        RandomConditions.PLACE,
        new LevelFacet(new FacetKey("level"), name, -2, 21),
        new WindowFacet(new FacetKey("when"), name, Duration.ofHours(1)),
        new WindowFacet(new FacetKey("long"), name, WindowFacet.LONGEST));
  }

  @ParameterizedTest
  @MethodSource("facets")
  void whatever_a_facet_imagines_it_understands(Facet facet) {
    var random = new SplittableRandom(1);

    for (int i = 0; i < MANY; i++) {
      FacetInput answer = facet.imagine(Habit.USUAL, NOW, random);

      assertThat(facet.format(facet.read(answer, NOW))).isNotEmpty();
    }
  }

  @Test
  void options_are_named_as_often_as_they_are_popular() {
    var habit = new Habit(Map.of("seocho", 1.0, "gaepo", 6.0, "out", 3.0), List.of(1.0));

    assertThat(share(habit, "seocho")).isCloseTo(0.1, within(0.01));
    assertThat(share(habit, "gaepo")).isCloseTo(0.6, within(0.01));
    assertThat(share(habit, "out")).isCloseTo(0.3, within(0.01));
  }

  @Test
  void popularity_falls_off_where_nothing_is_known_of_some_option() {
    var habit = new Habit(Map.of("gaepo", 6.0), List.of(1.0));

    assertThat(share(habit, "seocho")).isCloseTo(6 / 11.0, within(0.01));
    assertThat(share(habit, "gaepo")).isCloseTo(3 / 11.0, within(0.01));
    assertThat(share(habit, "out")).isCloseTo(2 / 11.0, within(0.01));
  }

  @Test
  void as_many_alternatives_are_accepted_as_the_weights_say_and_never_more_than_there_are() {
    var counts = new ArrayList<Integer>();
    var random = new SplittableRandom(2);
    var habit = new Habit(Map.of(), List.of(0.5, 0.3, 0.1, 0.1));
    for (int i = 0; i < MANY; i++) {
      counts.add(habit.some(List.of("a", "b", "c"), random).size());
    }

    assertThat((double) counts.stream().filter(n -> n == 1).count() / MANY)
        .isCloseTo(0.5, within(0.01));
    assertThat((double) counts.stream().filter(n -> n == 3).count() / MANY)
        .isCloseTo(0.2, within(0.01));
  }

  @Test
  void options_stand_in_configured_order() {
    var habit = new Habit(Map.of("a", 1.0, "b", 1.0, "c", 100.0), List.of(0.001, 0.001, 1.0));

    assertThat(habit.some(List.of("a", "b", "c"), new SplittableRandom(1)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_habit_without_positive_weights_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Habit(Map.of(), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Habit(Map.of(), List.of(0.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Habit(Map.of("a", -1.0), List.of(1.0)));
  }

  private static double share(Habit habit, String option) {
    var random = new SplittableRandom(3);
    long count = 0;
    for (int i = 0; i < MANY; i++) {
      count += habit.some(List.of("seocho", "gaepo", "out"), random).contains(option) ? 1 : 0;
    }
    return (double) count / MANY;
  }
}
