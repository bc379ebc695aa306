package dev.moim.application.matching.service;

import static dev.moim.application.matching.service.Arrivals.MEAL;
import static dev.moim.application.matching.service.Arrivals.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.moim.application.matching.port.in.GenerateArrivals.Command;
import dev.moim.application.matching.port.in.GenerateArrivals.Crowd;
import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.Habit;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.Relaxation.SmallerGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenerateArrivalsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Relaxation STEP = new SmallerGroup(2, Duration.ofMinutes(5));
  private static final List<GroupSize> SIZES = List.of(new GroupSize(2, 4), new GroupSize(4, 4));

  @Test
  void people_arrive_at_random_at_the_rate_that_is_asked_for() {
    List<Arrival> arrivals = generate(crowd(2, Optional.empty(), Duration.ofHours(100)), 1);

    assertThat(arrivals).hasSizeBetween(12_000 - 440, 12_000 + 440); // four standard deviations
    List<Double> gaps = gaps(arrivals);
    double mean = gaps.stream().mapToDouble(gap -> gap).average().orElseThrow();
    double longOnes = (double) gaps.stream().filter(gap -> gap > 2 * mean).count() / gaps.size();
    assertThat(mean).isCloseTo(30, within(1.0));
    assertThat(longOnes).as("exponential").isCloseTo(Math.exp(-2), within(0.015));
    assertThat(arrivals)
        .extracting(GenerateArrivalsTest::submittedAt)
        .isSorted()
        .allMatch(at -> at.isBefore(START.plus(Duration.ofHours(100))));
  }

  @Test
  void no_more_people_arrive_than_are_asked_for() {
    assertThat(generate(crowd(2, Optional.of(50), Duration.ofDays(366)), 1)).hasSize(50);
    assertThat(generate(crowd(2, Optional.of(5_000), Duration.ofHours(1)), 1))
        .hasSizeBetween(70, 170);
  }

  @Test
  void all_wait_and_relax_as_they_are_told_and_want_one_of_the_sizes() {
    List<Arrival> arrivals = generate(crowd(2, Optional.of(1_000), Duration.ofDays(366)), 1);

    assertThat(arrivals)
        .allMatch(each -> each.expiresAt().orElseThrow().equals(submittedAt(each).plus(PATIENCE)))
        .allMatch(each -> each.relaxations().equals(List.of(STEP)));
    assertThat(arrivals)
        .filteredOn(each -> each.person().sizeMin().equals(Optional.of(4)))
        .hasSizeBetween(430, 570);
    assertThat(arrivals).allMatch(each -> each.person().sizeMax().equals(Optional.of(4)));
    assertThat(arrivals).extracting(each -> each.person().id()).doesNotHaveDuplicates();
  }

  @Test
  void in_a_burst_all_are_there_at_once_without_times() {
    List<Arrival> arrivals =
        generate(new Crowd(START, Optional.empty(), Optional.of(30), Duration.ZERO), 1);

    assertThat(arrivals)
        .hasSize(30)
        .allMatch(each -> each.person().submittedAt().isEmpty())
        .allMatch(each -> each.expiresAt().isEmpty());
  }

  @Test
  void people_have_the_habits_that_are_named_and_usual_ones_otherwise() {
    List<Arrival> arrivals = generate(crowd(2, Optional.of(1_000), Duration.ofDays(366)), 1);

    assertThat(arrivals)
        .extracting(each -> each.person().condition().get("place"))
        .filteredOn(new FacetInput.Choice(List.of("out"))::equals)
        .hasSizeBetween(750, 850);
    assertThat(arrivals)
        .extracting(each -> each.person().condition().get("time"))
        .filteredOn(new FacetInput.Choice(List.of("lunch", "dinner"))::equals)
        .hasSizeBetween(350, 450);
  }

  @Test
  void the_same_seed_makes_the_same_people_and_another_one_others() {
    Crowd crowd = crowd(2, Optional.of(100), Duration.ofDays(366));

    assertThat(generate(crowd, 1)).isEqualTo(generate(crowd, 1)).isNotEqualTo(generate(crowd, 2));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crowd(0, Optional.empty(), Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crowd(START, Optional.empty(), Optional.empty(), Duration.ZERO));
    Crowd crowd = crowd(1, Optional.of(1), Duration.ofHours(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command("meal", Map.of(), crowd, List.of(), PATIENCE, List.of(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command("meal", Map.of(), crowd, SIZES, Duration.ZERO, List.of(), 1));
  }

  private static Crowd crowd(double perMinute, Optional<Integer> people, Duration length) {
    return new Crowd(START, Optional.of(perMinute), people, length);
  }

  private static List<Arrival> generate(Crowd crowd, long seed) {
    var place = new Habit(Map.of("gaepo", 1.0, "seocho", 1.0, "out", 8.0), List.of(1.0));
    return BatchMatchingUseCases.of(new Categories(List.of(MEAL)))
        .generateArrivals()
        .generate(
            new Command(
                "meal", Map.of("place", place), crowd, SIZES, PATIENCE, List.of(STEP), seed));
  }

  private static Instant submittedAt(Arrival arrival) {
    return arrival.person().submittedAt().orElseThrow();
  }

  private static List<Double> gaps(List<Arrival> arrivals) {
    var gaps = new ArrayList<Double>();
    for (int i = 1; i < arrivals.size(); i++) {
      gaps.add(
          Duration.between(submittedAt(arrivals.get(i - 1)), submittedAt(arrivals.get(i)))
                  .toMillis()
              / 1000.0);
    }
    return gaps;
  }
}
