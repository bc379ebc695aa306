package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.RandomConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The linear program alone, with nothing solved exactly and no sizes to round to. */
class DualBoundTest {
  private static final long PLENTY = 1_000_000;

  @TestFactory
  Stream<DynamicTest> no_tiny_pool_has_a_better_matching() {
    return RandomPools.tiny(
        100,
        (pool, seed) -> {
          int optimum = RandomPools.optimum(pool);
          Cells cells = cells(pool);
          int bound = bound(cells, PLENTY);
          assertThat(bound).as("seed %d", seed).isGreaterThanOrEqualTo(optimum);
          assertThat(bound(cells, seed % 40)).isGreaterThanOrEqualTo(bound);
          assertThat(cells.parts().stream().mapToInt(part -> optimum(pool, part)).sum())
              .isEqualTo(optimum);
        });
  }

  @TestFactory
  Stream<DynamicTest> no_group_of_a_tiny_pool_has_more_people_for_its_price() {
    return RandomPools.tiny(
        20,
        (candidates, seed) -> {
          List<Candidate<Integer>> pool = candidates.stream().map(DualBoundTest::friendly).toList();
          double[] prices = new SplittableRandom(seed).doubles(pool.size(), 0.01, 2).toArray();
          var pricing = new Pricing(cells(pool));

          pricing.price(prices, new Effort(PLENTY));

          assertThat(pricing.greatestRatio())
              .as("seed %d", seed)
              .isCloseTo(greatestRatio(pool, prices), within(1e-9));
          for (int[] group : pricing.groups()) {
            List<Candidate<Integer>> members = members(pool, group);
            assertThat(RandomPools.isValid(members)).isTrue();
            assertThat(Arrays.stream(group).mapToDouble(i -> prices[i]).sum())
                .isLessThan(RandomPools.people(members));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> no_group_has_more_people_than_its_price_in_the_end() {
    return RandomPools.tiny(
        20,
        (candidates, seed) -> {
          List<Candidate<Integer>> pool = candidates.stream().map(DualBoundTest::friendly).toList();
          int people = RandomPools.people(pool);
          var dual = new DualBound(cells(pool), IntStream.rangeClosed(0, people).toArray());

          int bound = dual.find(0, new Effort(seed % 3 == 0 ? seed : PLENTY));

          double[] prices = dual.prices();
          for (int set = 1; set < 1 << pool.size(); set++) {
            List<Candidate<Integer>> members = members(pool, places(set));
            if (RandomPools.isValid(members)) {
              assertThat(Arrays.stream(places(set)).mapToDouble(i -> prices[i]).sum())
                  .as("seed %d", seed)
                  .isGreaterThan(RandomPools.people(members) - 1e-6);
            }
          }
          double sum = DoubleStream.of(prices).sum();
          assertThat(bound).isBetween((int) Math.floor(sum - 1e-6), (int) Math.floor(sum + 1e-6));
        });
  }

  @Test
  void three_who_want_to_be_two_are_packed_by_halves() {
    assertThat(bound(pool(who(2, 2), who(2, 2), who(2, 2)))).isEqualTo(3);
  }

  @Test
  void five_who_want_to_be_four_are_all_packed_in_part() {
    assertThat(bound(pool(who(4, 4), who(4, 4), who(4, 4), who(4, 4), who(4, 4)))).isEqualTo(5);
  }

  @Test
  void of_those_whom_only_one_suits_one_is_packed() {
    assertThat(bound(pool(who(2, 2), who(2, 2, "seocho"), who(2, 2, "gaepo"), who(2, 2, "out"))))
        .isEqualTo(2);
  }

  @Test
  void a_chain_has_no_more_than_its_greatest_groups() {
    // Three want to be three; each of the outer two has the middle one and one of its own.
    assertThat(
            bound(
                pool(
                    who(3, 3, "seocho"),
                    who(3, 3, "seocho"),
                    who(3, 3, "seocho", "gaepo"),
                    who(3, 3, "gaepo"),
                    who(3, 3, "gaepo"))))
        .isEqualTo(3);
  }

  @Test
  void a_party_is_packed_whole() {
    assertThat(bound(pool(party(3, 4), party(3, 4), who(2, 4)))).isEqualTo(4);
    assertThat(bound(pool(party(2, 4), party(2, 4), party(2, 4)))).isEqualTo(6);
    assertThat(bound(pool(party(5, 4), who(2, 4)))).isZero();
  }

  @Test
  void groups_of_every_size_up_to_the_greatest_are_seen() {
    assertThat(bound(IntStream.range(0, 20).mapToObj(i -> candidate(i, 1, 20, 20)).toList()))
        .isEqualTo(20);
    assertThat(bound(IntStream.range(0, 19).mapToObj(i -> candidate(i, 1, 20, 20)).toList()))
        .isZero();
    assertThat(bound(IntStream.range(11, 21).mapToObj(i -> candidate(i, i, 20, 20)).toList()))
        .isEqualTo(20);
  }

  @Test
  void what_is_matched_already_is_looked_for_no_further() {
    var cells = cells(pool(who(2, 2), who(2, 2), who(2, 2)));
    var dual = new DualBound(cells, new int[] {0, 0, 2, 2});

    assertThat(dual.find(2, new Effort(PLENTY))).isEqualTo(2);
  }

  @Test
  void the_master_problem_finds_the_optimum_of_the_groups_it_knows() {
    var master = new MasterProblem(4);
    master.add(new int[] {0, 1, 2}, 3);
    master.add(new int[] {2, 3}, 2);

    while (!master.improve(new Effort(PLENTY))) {
      assertThat(master.packed()).isLessThan(3.001);
    }

    assertThat(master.packed()).isCloseTo(3, within(1e-3));
    assertThat(DoubleStream.of(master.prices()).sum()).isCloseTo(3, within(1e-3));
    assertThat(master.prices()[2] + master.prices()[3]).isGreaterThan(1.999);
  }

  private static int bound(List<Candidate<Integer>> pool) {
    return bound(cells(pool), PLENTY);
  }

  private static int bound(Cells cells, long steps) {
    int people = Arrays.stream(cells.candidates()).map(cells.pool()::people).sum();
    int[] any = IntStream.rangeClosed(0, people).toArray();
    return new DualBound(cells, any).find(0, new Effort(steps));
  }

  private static Cells cells(List<Candidate<Integer>> candidates) {
    var pool = Pool.of(RandomConditions.CATEGORY, candidates);
    int[] everybody = IntStream.range(0, candidates.size()).toArray();
    return Cells.among(pool, everybody, new Effort(PLENTY)).orElseThrow();
  }

  private static int optimum(List<Candidate<Integer>> pool, int[] part) {
    return RandomPools.optimum(members(pool, part));
  }

  private static List<Candidate<Integer>> members(List<Candidate<Integer>> pool, int[] places) {
    return Arrays.stream(places).mapToObj(pool::get).toList();
  }

  private static double greatestRatio(List<Candidate<Integer>> pool, double[] prices) {
    double greatest = 0;
    for (int set = 1; set < 1 << pool.size(); set++) {
      int[] places = places(set);
      List<Candidate<Integer>> members = members(pool, places);
      if (RandomPools.isValid(members)) {
        double price = Arrays.stream(places).mapToDouble(i -> prices[i]).sum();
        greatest = Math.max(greatest, RandomPools.people(members) / price);
      }
    }
    return greatest;
  }

  private static int[] places(int set) {
    return IntStream.range(0, Integer.SIZE).filter(i -> (set >> i & 1) == 1).toArray();
  }

  /** The same candidate, avoiding nobody. */
  private static Candidate<Integer> friendly(Candidate<Integer> who) {
    return new Candidate<>(
        who.id(), who.people(), who.condition(), who.size(), who.submittedAt(), Set.of());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Candidate<Integer>> pool(Candidate<Integer>... candidates) {
    var pool = new ArrayList<Candidate<Integer>>();
    for (Candidate<Integer> each : candidates) {
      pool.add(
          new Candidate<>(
              pool.size(), each.people(), each.condition(), each.size(), Instant.EPOCH, Set.of()));
    }
    return pool;
  }

  private static Candidate<Integer> who(int min, int max, String... places) {
    AllOf condition =
        places.length == 0
            ? AllOf.ANYTHING
            : new AllOf(Map.of(RandomConditions.PLACE.key(), new OneOf(List.of(places))));
    return new Candidate<>(0, 1, condition, new GroupSize(min, max), Instant.EPOCH, Set.of());
  }

  private static Candidate<Integer> party(int people, int size) {
    return candidate(0, people, size, size);
  }

  private static Candidate<Integer> candidate(int id, int people, int min, int max) {
    return new Candidate<>(
        id, people, AllOf.ANYTHING, new GroupSize(min, max), Instant.EPOCH, Set.of());
  }
}
