package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceModelTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** The two ends of the scale. */
  private static final double FEWEST = 1 / 32.0;

  private static final double MOST = 32;
  private static final long MINUTE = 60_000_000;

  private final ChanceModel chances = new ChanceModel();

  @Test
  void before_anything_was_learned_enough_must_come_of_whom_others_take_a_part() {
    double mean = 0.75;

    assertThat(chances.probability(1, 1)).isCloseTo(1 - Math.exp(-mean), CLOSE);
    assertThat(chances.probability(1, 2)).isCloseTo(1 - Math.exp(-mean) * (1 + mean), CLOSE);
    assertThat(chances.probability(1, 3))
        .isCloseTo(1 - Math.exp(-mean) * (1 + mean + mean * mean / 2), CLOSE);
  }

  @Test
  void more_than_three_are_as_hard_to_find_as_three() {
    assertThat(chances.probability(2, 9)).isEqualTo(chances.probability(2, 3));
  }

  @Test
  void the_more_are_expected_the_likelier_it_is() {
    assertThat(chances.probability(0, 1)).isCloseTo(0, within(1e-6));
    assertThat(chances.probability(0.5, 1)).isLessThan(chances.probability(0.6, 1));
    assertThat(chances.probability(1_000, 1)).isCloseTo(1, within(1e-6));
  }

  @Test
  void what_happens_counts_against_a_prior_of_twelve() {
    double before = chances.probability(MOST, 1);
    double few = chances.probability(FEWEST, 1);
    chances.learn(chances.forecast(0, new double[] {FEWEST, FEWEST, MOST}, 1), 16 * MINUTE, true);

    assertThat(chances.probability(MOST, 1)).isCloseTo((1 + 12 * before) / 13, CLOSE);
    assertThat(chances.probability(FEWEST, 1)).isCloseTo(12 * few / 14, CLOSE);
  }

  @Test
  void to_the_end_of_the_time_is_within_it() {
    double few = chances.probability(FEWEST, 1);
    chances.learn(chances.forecast(7, new double[] {MOST, FEWEST, MOST}, 1), 7 + 15 * MINUTE, true);

    assertThat(chances.probability(FEWEST, 1)).isCloseTo((1 + 12 * few) / 13, CLOSE);
  }

  @Test
  void who_gave_up_was_not_matched() {
    double few = chances.probability(FEWEST, 1);
    chances.learn(chances.forecast(0, new double[] {FEWEST, MOST, MOST}, 1), MINUTE, false);

    assertThat(chances.probability(FEWEST, 1)).isCloseTo(12 * few / 13, CLOSE);
  }

  @Test
  void what_happens_to_some_says_nothing_about_those_who_need_more() {
    double two = chances.probability(FEWEST, 2);
    double three = chances.probability(FEWEST, 3);
    chances.learn(
        chances.forecast(0, new double[] {FEWEST, FEWEST, FEWEST}, 2), 31 * MINUTE, false);

    assertThat(chances.probability(FEWEST, 2)).isLessThan(two);
    assertThat(chances.probability(FEWEST, 3)).isEqualTo(three);
  }

  @Test
  void between_two_bins_both_count_by_their_distance() {
    // The lowest bin is at 1/32 of a person, the next one a nineteenth of ten doublings further.
    double quarter = FEWEST * Math.pow(2, 10.0 / 19 / 4);
    double before = chances.probability(quarter, 1);
    for (int i = 0; i < 12; i++) {
      chances.learn(
          chances.forecast(0, new double[] {FEWEST, FEWEST, FEWEST}, 1), 31 * MINUTE, false);
    }

    // The lower bin's part, three quarters, has 36 observations against the prior's 12.
    assertThat(chances.probability(quarter, 1)).isCloseTo(before * (0.75 * 12 / 48 + 0.25), CLOSE);
  }
}
