package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.shared.Cases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine against the best there is, found by trying everything. */
class GroupMatcherOptimumTest {
  @TestFactory
  Stream<DynamicTest> a_tiny_pool_is_matched_as_well_as_can_be() {
    return RandomPools.tiny(
        100,
        (pool, seed) -> {
          int optimum = RandomPools.optimum(pool);
          Matching<Integer> matching =
              GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 1_000);
          assertValid(pool, matching);
          assertThat(matching.matched()).as("seed %d", seed).isEqualTo(optimum);
          assertThat(matching.upperBound()).isEqualTo(optimum);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_larger_pool_is_matched_validly_and_the_same_each_time() {
    return LongStream.range(0, Cases.of(12))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  List<Candidate<Integer>> pool = RandomPools.pool(seed, 200 + 20 * (int) seed);
                  Matching<Integer> plain =
                      GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 0);
                  Matching<Integer> improved =
                      GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 300_000);
                  assertValid(pool, plain);
                  assertValid(pool, improved);
                  assertThat(improved.matched()).isBetween(plain.matched(), improved.upperBound());
                  assertThat(GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 300_000))
                      .isEqualTo(improved);
                }));
  }

  @TestFactory
  Stream<DynamicTest> more_people_than_a_sample_are_matched_validly() {
    return LongStream.range(0, Cases.of(2))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  List<Candidate<Integer>> pool = RandomPools.pool(seed, 3_000);
                  assertValid(
                      pool, GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 100_000));
                }));
  }

  private static void assertValid(List<Candidate<Integer>> pool, Matching<Integer> matching) {
    Set<Integer> seen = new HashSet<>();
    for (Group<Integer> group : matching.groups()) {
      List<Candidate<Integer>> members = group.members().stream().map(pool::get).toList();
      assertThat(RandomPools.isValid(members)).as("%s", members).isTrue();
      assertThat(group.people()).isEqualTo(RandomPools.people(members));
      for (Candidate<Integer> member : members) {
        assertThat(member.condition().meet(group.agreed())).isPresent();
        assertThat(seen.add(member.id())).isTrue();
      }
    }
    matching.unmatched().forEach(unmatched -> assertThat(seen.add(unmatched.id())).isTrue());
    assertThat(seen).hasSize(pool.size());
    assertThat(matching.people()).isEqualTo(RandomPools.people(pool));
    assertThat(matching.matched()).isLessThanOrEqualTo(matching.upperBound());
  }
}
