package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
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

class ExactPackingTest {
  private static final long PLENTY = 10_000_000;

  @TestFactory
  Stream<DynamicTest> the_best_packing_of_a_tiny_pool_is_found_and_no_better_one() {
    return RandomPools.tiny(
        40,
        (pool, seed) -> {
          int optimum = RandomPools.optimum(pool);
          int[] all = IntStream.range(0, pool.size()).toArray();
          var exact = new ExactPacking(Pool.of(RandomConditions.CATEGORY, pool));

          assertThat(exact.search(all, all.length, optimum, PLENTY)).as("seed %d", seed).isFalse();
          assertThat(exact.isCertain()).isTrue();
          if (optimum > 0) {
            assertThat(exact.search(all, all.length, optimum - 1, PLENTY)).isTrue();
            assertThat(exact.matched()).as("seed %d", seed).isEqualTo(optimum);
            assertThat(exact.isCertain()).isTrue();
            assertThat(people(pool, exact)).isEqualTo(optimum);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> no_packing_that_keeps_the_first_is_better() {
    return RandomPools.tiny(
        20,
        (pool, seed) -> {
          int kept = (int) (seed % 4);
          int[] all = IntStream.range(0, pool.size()).toArray();
          var exact = new ExactPacking(Pool.of(RandomConditions.CATEGORY, pool));

          boolean found = exact.searchKeeping(all, all.length, kept, 0, PLENTY);

          assertThat(found ? exact.matched() : 0)
              .as("seed %d", seed)
              .isEqualTo(optimumKeeping(pool, kept));
          if (found) {
            List<Integer> placed = placed(exact);
            assertThat(placed).containsAll(IntStream.range(0, kept).boxed().toList());
            assertThat(people(pool, exact)).isEqualTo(exact.matched());
          }
        });
  }

  @Test
  void without_steps_nothing_is_certain() {
    int[] all = {0, 1, 2, 3};
    ExactPacking exact = exact(who("a"), who("b"), who("c"), who("d"));

    assertThat(exact.search(all, 4, 0, 1)).isFalse();
    assertThat(exact.isCertain()).isFalse();
    assertThat(exact.stepsTaken()).isEqualTo(1);
  }

  @Test
  void it_takes_as_many_steps_as_it_tries_members() {
    ExactPacking exact = exact(who("a").size(2, 2), who("b").size(2, 2));

    assertThat(exact.search(new int[] {0, 1}, 2, 0, PLENTY)).isTrue();
    assertThat(exact.stepsTaken()).isEqualTo(1);
    assertThat(exact.groups()).isEqualTo(1);
    assertThat(exact.group(0)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void only_the_candidates_that_are_given_are_packed() {
    ExactPacking exact = exact(who("a"), who("b"), who("c"), who("d"));

    assertThat(exact.search(new int[] {3, 1, 0, 2}, 2, 0, PLENTY)).isTrue();
    assertThat(exact.group(0)).containsExactlyInAnyOrder(1, 3);
    assertThat(exact.search(new int[] {}, 0, 0, PLENTY)).isFalse();
  }

  @Test
  void the_first_one_has_a_group_with_somebody_else_or_if_there_is_none_alone() {
    ExactPacking exact = exact(who("party").at("1").party(2), who("a").at("2"), who("b").at("1"));

    assertThat(exact.searchGroupOfFirst(new int[] {0, 1, 2}, 3, PLENTY)).isTrue();
    assertThat(exact.group(0)).containsExactlyInAnyOrder(0, 2);
    assertThat(exact.searchGroupOfFirst(new int[] {0, 1}, 2, PLENTY)).isTrue();
    assertThat(exact.group(0)).containsExactly(0);
    assertThat(exact.matched()).isEqualTo(2);
    assertThat(exact.searchGroupOfFirst(new int[] {1, 2}, 2, PLENTY)).isFalse();
  }

  @Test
  void sixty_four_who_suit_each_other_are_all_packed() {
    Waiting[] all =
        IntStream.range(0, 64).mapToObj(i -> who("p" + i).size(2, 3)).toArray(Waiting[]::new);
    ExactPacking exact = exact(all);

    assertThat(exact.search(IntStream.range(0, 64).toArray(), 64, 0, PLENTY)).isTrue();
    assertThat(exact.matched()).isEqualTo(64);
  }

  @Test
  void what_cannot_be_better_is_found_out_in_few_steps() {
    // Of 21 people in two crowds that want fours, 20 would be possible by number alone.
    Waiting[] all =
        IntStream.range(0, 21)
            .mapToObj(i -> who("p" + i).at(i < 11 ? "1" : "2").size(4, 4))
            .toArray(Waiting[]::new);
    ExactPacking exact = exact(all);

    assertThat(exact.search(IntStream.range(0, 21).toArray(), 21, 15, 50_000)).isTrue();
    assertThat(exact.matched()).isEqualTo(16);
  }

  private static ExactPacking exact(Waiting... all) {
    return new ExactPacking(
        Pool.of(Waiting.CATEGORY, Arrays.stream(all).map(Waiting::candidate).toList()));
  }

  private static List<Integer> placed(ExactPacking exact) {
    return IntStream.range(0, exact.groups())
        .flatMap(group -> Arrays.stream(exact.group(group)))
        .boxed()
        .toList();
  }

  private static int people(List<Candidate<Integer>> pool, ExactPacking exact) {
    Set<Candidate<Integer>> seen = new HashSet<>();
    for (int group = 0; group < exact.groups(); group++) {
      List<Candidate<Integer>> members =
          Arrays.stream(exact.group(group)).mapToObj(pool::get).toList();
      assertThat(RandomPools.isValid(members)).isTrue();
      members.forEach(member -> assertThat(seen.add(member)).isTrue());
    }
    return RandomPools.people(List.copyOf(seen));
  }

  /** The most people in groups, of all ways to leave out some others, who are then in none. */
  private static int optimumKeeping(List<Candidate<Integer>> pool, int kept) {
    int[] best = new int[1 << pool.size()];
    Arrays.fill(best, -1);
    best[0] = 0;
    for (int set = 1; set < best.length; set++) {
      int lowest = Integer.lowestOneBit(set);
      for (int group = set; group > 0; group = (group - 1) & set) {
        if ((group & lowest) != 0 && best[set & ~group] >= 0) {
          List<Candidate<Integer>> members = members(pool, group);
          if (RandomPools.isValid(members)) {
            best[set] = best[set & ~group] + RandomPools.people(members);
            break;
          }
        }
      }
    }
    int first = (1 << kept) - 1;
    int most = 0;
    for (int set = 0; set < best.length; set++) {
      most = (set & first) == first ? Math.max(most, best[set]) : most;
    }
    return most;
  }

  private static List<Candidate<Integer>> members(List<Candidate<Integer>> pool, int set) {
    return IntStream.range(0, pool.size())
        .filter(i -> (set >> i & 1) == 1)
        .mapToObj(pool::get)
        .toList();
  }
}
