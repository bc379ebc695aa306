package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.RandomConditions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SweepPackingTest {
  private static final long PLENTY = 1_000_000;

  @TestFactory
  Stream<DynamicTest> the_best_groups_of_a_tiny_pool_are_found_and_no_better_ones() {
    return RandomPools.tiny(
        60,
        (pool, seed) -> {
          int optimum = RandomPools.optimum(pool);
          var sweep = sweep(pool);

          assertThat(sweep.search(optimum, new Effort(PLENTY))).as("seed %d", seed).isTrue();
          assertThat(people(pool, sweep.groups())).isEqualTo(optimum);
          assertThat(sweep.search(optimum + 1, new Effort(PLENTY))).isFalse();
          assertThat(sweep.isCertain()).isTrue();
          assertThat(sweep.groups()).isEmpty();
        });
  }

  @Test
  void where_all_suit_each_other_it_gives_up() {
    var pool = RandomPools.pool(1, 150);
    var sweep = sweep(pool);

    assertThat(sweep.search(2, new Effort(100_000_000))).isFalse();
    assertThat(sweep.isCertain()).isFalse();
  }

  @Test
  void without_effort_it_is_sure_of_nothing() {
    var sweep = sweep(RandomPools.pool(1, 9));

    assertThat(sweep.search(1, new Effort(3))).isFalse();
    assertThat(sweep.isCertain()).isFalse();
  }

  /** With the price of a place being one for each who comes. */
  private static SweepPacking sweep(List<Candidate<Integer>> candidates) {
    var pool = Pool.of(RandomConditions.CATEGORY, candidates);
    int[] everybody = IntStream.range(0, candidates.size()).toArray();
    double[] prices = candidates.stream().mapToDouble(Candidate::people).toArray();
    return new SweepPacking(pool, everybody, prices);
  }

  private static int people(List<Candidate<Integer>> pool, List<int[]> groups) {
    Set<Candidate<Integer>> seen = new HashSet<>();
    for (int[] group : groups) {
      List<Candidate<Integer>> members = Arrays.stream(group).mapToObj(pool::get).toList();
      assertThat(RandomPools.isValid(members)).isTrue();
      members.forEach(member -> assertThat(seen.add(member)).isTrue());
    }
    return RandomPools.people(List.copyOf(seen));
  }
}
