package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PricingTest {
  private static final long PLENTY = 1_000_000;

  @Test
  void the_cheapest_make_the_first_group_and_the_next_the_second() {
    Pricing pricing = price(pairs(5), 0.9, 0.1, 0.4, 0.2, 0.3);

    assertThat(pricing.groups()).containsExactly(new int[] {1, 3}, new int[] {2, 4});
    assertThat(pricing.greatestRatio()).isCloseTo(2 / 0.3, within(1e-9));
  }

  @Test
  void of_two_sizes_the_one_that_gains_most_is_chosen() {
    assertThat(price(flexible(3), 0.5, 0.5, 0.5).groups()).containsExactly(new int[] {0, 1, 2});
    assertThat(price(flexible(3), 0.5, 0.5, 1.4).groups()).containsExactly(new int[] {0, 1});
  }

  @Test
  void a_group_that_costs_as_much_as_it_brings_is_none() {
    Pricing pricing = price(pairs(2), 1, 1);

    assertThat(pricing.groups()).isEmpty();
    assertThat(pricing.greatestRatio()).isCloseTo(1, within(1e-9));
  }

  @Test
  void parties_fill_a_group_with_others() {
    List<Waiting> all =
        List.of(
            who("two").party(2).size(4, 4),
            who("three").party(3).size(4, 4),
            who("one").size(4, 4),
            who("another").size(4, 4),
            who("small").size(2, 2));

    assertThat(price(all, 1, 2, 0.1, 2, 0).groups().getFirst()).containsExactly(1, 2);
    assertThat(price(all, 1, 2, 0.1, 0.5, 0).groups().getFirst()).containsExactly(0, 2, 3);
  }

  @Test
  void each_round_begins_anew_and_is_paid_for() {
    var pricing = new Pricing(cells(pairs(2)));
    pricing.price(new double[] {0.5, 0.5}, new Effort(PLENTY));
    var effort = new Effort(1);

    pricing.price(new double[] {1, 1}, effort);

    assertThat(pricing.groups()).isEmpty();
    assertThat(pricing.greatestRatio()).isCloseTo(1, within(1e-9));
    assertThat(effort.isExhausted()).isTrue();
  }

  private static List<Waiting> pairs(int count) {
    return IntStream.range(0, count).mapToObj(i -> who("p" + i).size(2, 2)).toList();
  }

  private static List<Waiting> flexible(int count) {
    return IntStream.range(0, count).mapToObj(i -> who("p" + i).size(2, 3)).toList();
  }

  private static Pricing price(List<Waiting> all, double... prices) {
    var pricing = new Pricing(cells(all));
    pricing.price(prices, new Effort(PLENTY));
    return pricing;
  }

  private static Cells cells(List<Waiting> all) {
    Pool pool = Pool.of(Waiting.CATEGORY, all.stream().map(Waiting::candidate).toList());
    int[] everybody = IntStream.range(0, all.size()).toArray();
    return Cells.among(pool, everybody, new Effort(PLENTY)).orElseThrow();
  }
}
