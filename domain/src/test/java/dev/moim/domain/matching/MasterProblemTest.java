package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MasterProblemTest {
  private static final int SIDE = 12;

  @Test
  void pairs_of_two_sides_are_packed_as_well_as_whole_ones_can_be() {
    for (long seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      var pairs = new ArrayList<int[]>();
      for (int i = 0; i < 30; i++) {
        pairs.add(new int[] {random.nextInt(SIDE), SIDE + random.nextInt(SIDE)});
      }
      var master = new MasterProblem(2 * SIDE);
      pairs.forEach(pair -> master.add(pair, 2));

      solve(master);

      int matched = 2 * greatestMatching(pairs);
      assertThat(master.packed()).as("seed %d", seed).isCloseTo(matched, within(1e-2));
      assertArePrices(master, pairs);
    }
  }

  @Test
  void groups_that_come_later_are_packed_as_if_they_had_been_there_before() {
    for (long seed = 0; seed < 30; seed++) {
      var random = new SplittableRandom(seed);
      var pairs = new ArrayList<int[]>();
      var master = new MasterProblem(2 * SIDE);
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 8; i++) {
          int[] pair = {random.nextInt(SIDE), SIDE + random.nextInt(SIDE)};
          pairs.add(pair);
          master.add(pair, 2);
        }
        solve(master);

        assertThat(master.packed())
            .as("seed %d", seed)
            .isCloseTo(2 * greatestMatching(pairs), within(1e-2));
      }
      assertArePrices(master, pairs);
    }
  }

  @Test
  void groups_with_parties_are_worth_their_people() {
    var master = new MasterProblem(4);
    master.add(new int[] {0, 1}, 5);
    master.add(new int[] {1, 2}, 4);
    master.add(new int[] {2, 3}, 3);

    solve(master);

    assertThat(master.packed()).isCloseTo(8, within(1e-2));
  }

  @Test
  void three_pairs_of_three_people_are_taken_by_halves() {
    var master = new MasterProblem(3);
    master.add(new int[] {0, 1}, 2);
    master.add(new int[] {1, 2}, 2);
    master.add(new int[] {0, 2}, 2);

    solve(master);

    assertThat(master.packed()).isCloseTo(3, within(1e-2));
    assertThat(master.prices()).satisfies(prices -> assertThat(prices[0]).isBetween(0.99, 1.01));
  }

  @Test
  void without_effort_it_is_not_known_whether_more_is_needed() {
    var master = new MasterProblem(2);
    master.add(new int[] {0, 1}, 2);

    assertThat(master.improve(new Effort(0))).isFalse();
    assertThat(master.packed()).isZero();
  }

  @Test
  void steps_are_paid_for() {
    var master = new MasterProblem(40);
    for (int i = 0; i < 40; i += 2) {
      master.add(new int[] {i, i + 1}, 2);
    }
    var effort = new Effort(1);

    assertThat(master.improve(effort)).isFalse();
    assertThat(effort.isExhausted()).isTrue();
    assertThat(master.packed()).isCloseTo(2, within(1e-2));
  }

  @Test
  void with_no_groups_nobody_is_packed() {
    var master = new MasterProblem(3);

    assertThat(master.improve(new Effort(100))).isTrue();
    assertThat(master.packed()).isZero();
    assertThat(master.prices()).containsOnly(0);
  }

  private static void solve(MasterProblem master) {
    int rounds = 0;
    while (!master.improve(new Effort(1_000_000))) {
      assertThat(++rounds).isLessThan(1_000);
    }
  }

  private static void assertArePrices(MasterProblem master, List<int[]> groups) {
    double[] prices = master.prices();
    assertThat(DoubleStream.of(prices).sum()).isCloseTo(master.packed(), within(1e-6));
    for (int[] group : groups) {
      assertThat(Arrays.stream(group).mapToDouble(i -> prices[i]).sum())
          .isGreaterThan(group.length - 1e-6);
    }
  }

  /** Found by augmenting paths. */
  private static int greatestMatching(List<int[]> pairs) {
    int[] partner = new int[2 * SIDE];
    Arrays.fill(partner, -1);
    int matched = 0;
    for (int left = 0; left < SIDE; left++) {
      matched += findPartner(left, pairs, partner, new boolean[2 * SIDE]) ? 1 : 0;
    }
    return matched;
  }

  private static boolean findPartner(int left, List<int[]> pairs, int[] partner, boolean[] tried) {
    for (int[] pair : pairs) {
      if (pair[0] == left && !tried[pair[1]]) {
        tried[pair[1]] = true;
        if (partner[pair[1]] < 0 || findPartner(partner[pair[1]], pairs, partner, tried)) {
          partner[pair[1]] = left;
          return true;
        }
      }
    }
    return false;
  }
}
