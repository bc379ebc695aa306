package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.RandomConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine against the best there is, found by trying everything. */
class GroupMatcherOptimumTest {
  @TestFactory
  Stream<DynamicTest> a_tiny_pool_is_matched_as_well_as_can_be() {
    return LongStream.range(0, 100)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seeds from " + 50 * seed,
                () -> {
                  for (long each = 50 * seed; each < 50 * seed + 50; each++) {
                    List<Candidate<Integer>> pool = pool(each, 9);
                    int optimum = optimum(pool);
                    Matching<Integer> matching =
                        GroupMatcher.match(RandomConditions.CATEGORY, pool, each, 1_000);
                    assertValid(pool, matching);
                    assertThat(matching.matched()).as("seed %d", each).isEqualTo(optimum);
                    assertThat(matching.upperBound()).isEqualTo(optimum);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_larger_pool_is_matched_validly_and_the_same_each_time() {
    return LongStream.range(0, 12)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  List<Candidate<Integer>> pool = pool(seed, 200 + 20 * (int) seed);
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
    return LongStream.range(0, 2)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  List<Candidate<Integer>> pool = pool(seed, 3_000);
                  assertValid(
                      pool, GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 100_000));
                }));
  }

  /** Everything at once: conditions of all kinds, parties, sizes, and people who are avoided. */
  private static List<Candidate<Integer>> pool(long seed, int most) {
    var conditions = new RandomConditions(seed);
    SplittableRandom random = conditions.random();
    int count = random.nextInt(most / 2, most + 1);
    var pool = new ArrayList<Candidate<Integer>>();
    for (int id = 0; id < count; id++) {
      int people = random.nextInt(5) == 0 ? random.nextInt(2, 4) : 1;
      int min = random.nextInt(2, 5);
      var size = new GroupSize(min, random.nextInt(min, 6));
      Set<Integer> avoids = random.nextInt(4) == 0 ? Set.of(random.nextInt(count)) : Set.of();
      pool.add(
          new Candidate<>(id, people, conditions.allOf(), size, Instant.ofEpochSecond(id), avoids));
    }
    return pool;
  }

  private static void assertValid(List<Candidate<Integer>> pool, Matching<Integer> matching) {
    Set<Integer> seen = new HashSet<>();
    for (Group<Integer> group : matching.groups()) {
      List<Candidate<Integer>> members = group.members().stream().map(pool::get).toList();
      assertThat(isValid(members)).as("%s", members).isTrue();
      assertThat(group.people()).isEqualTo(people(members));
      for (Candidate<Integer> member : members) {
        assertThat(member.condition().meet(group.agreed())).isPresent();
        assertThat(seen.add(member.id())).isTrue();
      }
    }
    matching.unmatched().forEach(unmatched -> assertThat(seen.add(unmatched.id())).isTrue());
    assertThat(seen).hasSize(pool.size());
    assertThat(matching.people()).isEqualTo(people(pool));
    assertThat(matching.matched()).isLessThanOrEqualTo(matching.upperBound());
  }

  private static boolean isValid(List<Candidate<Integer>> members) {
    int people = people(members);
    Optional<AllOf> common = Optional.of(AllOf.ANYTHING);
    for (Candidate<Integer> member : members) {
      common = common.flatMap(met -> met.meet(member.condition()));
      if (!member.size().contains(people)
          || members.stream()
              .anyMatch(other -> !other.equals(member) && member.avoids().contains(other.id()))) {
        return false;
      }
    }
    return common.isPresent();
  }

  private static int people(List<Candidate<Integer>> members) {
    return members.stream().mapToInt(Candidate::people).sum();
  }

  private static int optimum(List<Candidate<Integer>> pool) {
    int sets = 1 << pool.size();
    Map<Integer, Integer> valid = new HashMap<>();
    for (int set = 1; set < sets; set++) {
      List<Candidate<Integer>> members = new ArrayList<>();
      for (int i = 0; i < pool.size(); i++) {
        if ((set >> i & 1) == 1) {
          members.add(pool.get(i));
        }
      }
      if (isValid(members)) {
        valid.put(set, people(members));
      }
    }
    int[] best = new int[sets];
    Arrays.setAll(best, set -> 0);
    for (int set = 1; set < sets; set++) {
      int lowest = Integer.lowestOneBit(set);
      best[set] = best[set & ~lowest];
      for (int part = set; part > 0; part = (part - 1) & set) {
        Integer people = (part & lowest) == 0 ? null : valid.get(part);
        if (people != null) {
          best[set] = Math.max(best[set], people + best[set & ~part]);
        }
      }
    }
    return best[sets - 1];
  }
}
