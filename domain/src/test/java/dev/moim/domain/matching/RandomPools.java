package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.shared.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Random candidates, and what is true of a few of them, found by trying everything. */
final class RandomPools {
  private RandomPools() {}

  /** Something that is true of every tiny pool, tried with 50 in each test. */
  static Stream<DynamicTest> tiny(int tests, ObjLongConsumer<List<Candidate<Integer>>> law) {
    return LongStream.range(0, Cases.of(tests))
        .mapToObj(test ->
            DynamicTest.dynamicTest(
                "seeds from " + 50 * test,
                () -> {
                  for (long seed = 50 * test; seed < 50 * test + 50; seed++) {
                    law.accept(pool(seed, 9), seed);
                  }
                }));
  }

  /** Everything at once: conditions of all kinds, parties, sizes, and people who are avoided. */
  static List<Candidate<Integer>> pool(long seed, int most) {
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

  static boolean isValid(List<Candidate<Integer>> members) {
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

  static int people(List<Candidate<Integer>> members) {
    return members.stream().mapToInt(Candidate::people).sum();
  }

  static int optimum(List<Candidate<Integer>> pool) {
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
