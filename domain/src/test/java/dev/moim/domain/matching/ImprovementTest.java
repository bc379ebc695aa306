package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImprovementTest {
  private static final long PLENTY = 5_000_000;

  @Test
  void a_group_is_dissolved_where_all_of_it_and_others_find_a_place() {
    Packing packing = neighboursInPairs(4);

    improve(packing, 4, PLENTY, 1);

    assertThat(packing.matched()).isEqualTo(4);
    assertThat(packing.groupOf(0)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void a_chain_of_exchanges_may_be_longer_than_a_neighbourhood() {
    for (long seed = 0; seed < 5; seed++) {
      Packing packing = neighboursInPairs(24);

      improve(packing, 24, PLENTY, seed);

      assertThat(packing.matched()).as("seed %d", seed).isEqualTo(24);
    }
  }

  @Test
  void those_who_suit_are_found_wherever_they_stand() {
    for (long seed = 0; seed < 10; seed++) {
      Packing packing = neighboursInPairs(6, 150);

      improve(packing, 156, PLENTY, seed);

      assertThat(packing.matched()).as("seed %d", seed).isEqualTo(156);
    }
  }

  @Test
  void it_ends_when_enough_are_matched() {
    Packing packing = neighboursInPairs(4);

    improve(packing, 2, PLENTY, 1);

    assertThat(packing.matched()).isEqualTo(2);
  }

  @Test
  void without_effort_nothing_is_done() {
    Packing packing = neighboursInPairs(4);

    improve(packing, 4, 0, 1);

    assertThat(packing.matched()).isEqualTo(2);
  }

  @Test
  void it_ends_when_the_effort_is_spent_in_vain() {
    Packing packing = neighboursInPairs(4);

    improve(packing, 5, 100_000, 1);

    assertThat(packing.matched()).isEqualTo(4);
  }

  @Test
  void it_ends_when_the_effort_is_spent_on_somebody_whom_nobody_suits() {
    pool = pool(List.of(who("a").at("1"), who("b").at("2")));
    var packing = new Packing(pool);

    improve(packing, 2, 100_000, 1);

    assertThat(packing.matched()).isZero();
  }

  @Test
  void for_whom_nothing_can_be_done_nothing_is_done() {
    Packing packing = neighboursInPairs(4);
    var settled = new boolean[] {true, false, false, true};

    new Improvement(pool, packing, new ExactPacking(pool), new SplittableRandom(1), settled)
        .run(4, new Effort(PLENTY));

    assertThat(packing.matched()).isEqualTo(2);
  }

  @Test
  void as_many_stay_matched_as_were() {
    for (long seed = 0; seed < 20; seed++) {
      Packing packing = neighboursInPairs(25);
      int before = packing.matched();

      improve(packing, 25, 20_000, seed);

      assertThat(packing.matched()).as("seed %d", seed).isBetween(before, 24);
      for (int i = 0; i < 25; i++) {
        if (!packing.isOpen(i)) {
          assertThat(packing.groupOf(i)).hasSize(2).contains(i);
        }
      }
    }
  }

  private Pool pool = pool(List.of(who("nobody")));

  private void improve(Packing packing, int enough, long steps, long seed) {
    new Improvement(
            pool,
            packing,
            new ExactPacking(pool),
            new SplittableRandom(seed),
            new boolean[pool.size()])
        .run(enough, new Effort(steps));
  }

  private Packing neighboursInPairs(int count) {
    return neighboursInPairs(count, 0);
  }

  /**
   * Each suits only the one before and the one after, and all but the first and the last are in
   * pairs already; behind them stand others, in pairs as well, who suit none of them.
   */
  private Packing neighboursInPairs(int count, int others) {
    var all = new ArrayList<Waiting>();
    for (int i = 0; i < count; i++) {
      all.add(who("p" + i).at("1").level(i, i + 1).size(2, 2));
    }
    for (int i = 0; i < others; i++) {
      all.add(count / 2, who("other" + i).at("2").size(2, 2));
    }
    pool = pool(all);
    int[] line =
        IntStream.concat(
                IntStream.range(0, count / 2), IntStream.range(count / 2 + others, all.size()))
            .toArray();
    var packing = new Packing(pool);
    for (int i = 1; i + 2 < count + count % 2; i += 2) {
      packing.form(new int[] {line[i], line[i + 1]});
    }
    for (int i = count / 2; i < count / 2 + others; i += 2) {
      packing.form(new int[] {i, i + 1});
    }
    return packing;
  }

  private static Pool pool(List<Waiting> all) {
    return Pool.of(Waiting.CATEGORY, all.stream().map(Waiting::candidate).toList());
  }
}
