package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Matches all who are in an online pool at once; a group is a party content with itself. */
final class Recomputation<K> {
  private static final long STEPS = 500_000;

  private final Category category;
  private final UnitTable<K> units;
  private final long seed;

  Recomputation(Category category, UnitTable<K> units, long seed) {
    this.category = category;
    this.units = units;
    this.seed = seed;
  }

  /** The units that make a group, for each group. */
  List<int[]> find(boolean withGroups) {
    var candidates = new ArrayList<Candidate<Integer>>();
    for (int slot = 0; slot < units.slots(); slot++) {
      if (units.isUsed(slot) && (withGroups || !units.isGroup(slot))) {
        candidates.add(candidate(slot));
      }
    }
    return GroupMatcher.groups(category, candidates, seed, STEPS).stream()
        .map(group -> group.members().stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private Candidate<Integer> candidate(int slot) {
    Unit<K> unit = units.unit(slot);
    AllOf condition =
        unit.members().stream()
            .map(Present::condition)
            .reduce(AllOf.ANYTHING, (a, b) -> a.meet(b).orElseThrow());
    Set<Integer> avoids = new HashSet<>();
    for (int other : units.avoided().of(slot)) {
      avoids.add(other);
    }
    for (int other : units.recent().of(slot)) {
      avoids.add(other);
    }
    return new Candidate<>(
        slot,
        unit.people(),
        condition,
        new GroupSize(unit.least(), unit.most()),
        unit.who().submittedAt(),
        avoids);
  }
}
