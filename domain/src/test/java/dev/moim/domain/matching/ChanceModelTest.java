package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.moim.domain.matching.ChanceModel.Forecast;
import dev.moim.domain.matching.ChanceModel.Prospect;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceModelTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** The two ends of the scale. */
  private static final double FEWEST = 1 / 32.0;

  private static final double MOST = 32;

  /** So many that what was seen is as good as known. */
  private static final double CERTAIN = 1e12;

  private static final long MINUTE = 60_000_000;

  private final ChanceModel chances = new ChanceModel();

  @Test
  void before_anything_was_learned_enough_must_come_of_whom_others_take_a_part() {
    double mean = 0.85;

    assertThat(chance(1, 1)).isCloseTo(1 - Math.exp(-mean), CLOSE);
    assertThat(chance(1, 2)).isCloseTo(1 - Math.exp(-mean) * (1 + mean), CLOSE);
    assertThat(chance(1, 3)).isCloseTo(1 - Math.exp(-mean) * (1 + mean + mean * mean / 2), CLOSE);
  }

  @Test
  void the_less_is_known_of_how_many_will_come_the_less_is_promised() {
    double half = told(1 / 0.85, 0.5, 1);
    double one = told(1 / 0.85, 1, 1);

    // Negative binomial with mean 1: (k / (k + 1))^k for nobody, k times 1 / (k + 1) of it for one.
    assertThat(half).isCloseTo(1 - Math.sqrt(1 / 3.0), CLOSE);
    assertThat(one).isCloseTo(1 / 2.0, CLOSE);
    assertThat(told(1 / 0.85, 1, 2)).isCloseTo(1 - 1 / 2.0 - 1 / 4.0, CLOSE);
    assertThat(told(1 / 0.85, 1, 3)).isCloseTo(1 - 1 / 2.0 - 1 / 4.0 - 1 / 8.0, CLOSE);
    assertThat(half).isLessThan(one);
    assertThat(one).isLessThan(chance(1 / 0.85, 1));
  }

  @Test
  void more_than_three_are_as_hard_to_find_as_three() {
    assertThat(chance(2, 9)).isEqualTo(chance(2, 3));
  }

  @Test
  void the_more_are_expected_the_likelier_it_is() {
    assertThat(chance(0, 1)).isCloseTo(0, within(1e-6));
    assertThat(chance(0.5, 1)).isLessThan(chance(0.6, 1));
    assertThat(chance(1_000, 1)).isCloseTo(1, within(1e-6));
  }

  @Test
  void the_longer_the_time_the_greater_the_chance_whatever_was_learned() {
    for (int i = 0; i < 50; i++) {
      learn(forecast(0, 1, MOST, FEWEST, FEWEST), 1, true);
      learn(forecast(0, 1, FEWEST, FEWEST, MOST), 31, false);
    }

    List<Double> told = chances.probabilities(prospects(1, MOST, 2, MOST));

    assertThat(told).isSorted();
    assertThat(told.getLast()).isEqualTo(told.getFirst());
  }

  @Test
  void what_happened_to_the_like_counts_against_a_prior_of_six() {
    double prior = chance(FEWEST, 1);
    learn(forecast(0, 1, FEWEST, FEWEST, FEWEST), 31, false);

    // The table says less, and what was told of the like was too much by what was told.
    assertThat(chance(FEWEST, 1)).isCloseTo(6 * prior / 7 - prior / 31, CLOSE);
  }

  @Test
  void what_came_true_counts_for_the_times_within_which_it_did() {
    double prior = chance(FEWEST, 1);
    learn(forecast(7 * MINUTE, 1, FEWEST, FEWEST, FEWEST), 7 + 15, true);

    List<Double> told = chances.probabilities(prospects(1, FEWEST, FEWEST, FEWEST));

    double less = 6 * prior / 7 - prior / 31;
    double more = (1 + 6 * prior) / 7 + (1 - prior) / 31;
    assertThat(told.get(0)).isCloseTo(less, CLOSE);
    assertThat(told.get(1)).isCloseTo(level(more, prior), CLOSE);
    assertThat(told.get(2)).isEqualTo(told.get(1));
  }

  /** What is in another tenth than what was told is not shifted. */
  private static double level(double more, double prior) {
    double unshifted = (1 + 6 * prior) / 7;
    return (int) (unshifted * 10) == (int) (prior * 10) ? more : unshifted;
  }

  @Test
  void what_happens_to_some_says_little_about_those_who_need_more() {
    double two = chance(FEWEST, 2);
    double three = chance(FEWEST, 3);
    for (int i = 0; i < 20; i++) {
      learn(forecast(0, 2, FEWEST, FEWEST, FEWEST), 1, true);
    }

    assertThat(chance(FEWEST, 2) - two).isGreaterThan(0.7);
    assertThat(chance(FEWEST, 3) - three).isBetween(0.0, 0.2);
  }

  @Test
  void between_two_bins_both_count_by_their_distance() {
    // The lowest bin is at 1/32 of a person, the next one a nineteenth of ten doublings further.
    double quarter = FEWEST * Math.pow(2, 10.0 / 19 / 4);
    double before = chance(quarter, 3);
    double fewest = chance(FEWEST, 3);
    double told = 0;
    for (int i = 0; i < 6; i++) {
      told += fewest * 6 / (6 + i);
      learn(forecast(0, 3, FEWEST, FEWEST, FEWEST), 31, false);
    }

    // The lower bin's part, three quarters, has 6 observations against the prior's 6.
    double table = before * (0.75 * 6 / 12 + 0.25);
    assertThat(chance(quarter, 3)).isCloseTo(Math.max(0, table - told / 36), CLOSE);
  }

  @Test
  void chances_lie_between_none_and_certainty() {
    for (int i = 0; i < 100; i++) {
      learn(forecast(0, 1, MOST, MOST, MOST), 1, true);
      learn(forecast(0, 1, FEWEST, FEWEST, FEWEST), 1, false);
    }

    assertThat(chance(MOST, 1)).isBetween(0.99, 1.0);
    assertThat(chance(FEWEST, 1)).isBetween(0.0, 0.01);
  }

  private double chance(double people, int needed) {
    return chances.probabilities(prospects(needed, people, people, people)).getFirst();
  }

  private double told(double people, double restsOn, int needed) {
    var prospect = new Prospect(people, restsOn, needed);
    return chances.probabilities(List.of(prospect, prospect, prospect)).getFirst();
  }

  private Forecast forecast(long since, int needed, double... people) {
    return new Forecast(since, prospects(needed, people));
  }

  private void learn(Forecast forecast, long minute, boolean wasMatched) {
    chances.learn(forecast, minute * MINUTE, wasMatched);
  }

  private static List<Prospect> prospects(int needed, double... people) {
    return DoubleStream.of(people).mapToObj(each -> new Prospect(each, CERTAIN, needed)).toList();
  }
}
