package dev.moim.adapter.persistence.room;

import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.Range;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the values that a room accepts of a facet are written down, and looked for: one by one; or
 * all together, where a room leaves the facet open. Of a range with more levels than are counted
 * one by one, whole blocks of levels stand for theirs, such as {@code #3} for 96–127, so that the
 * widest range has fewer than a hundred entries, and a level is looked for at itself, its block and
 * {@link RoomFacetRow#ANY}.
 */
final class FacetValues {
  private static final int BLOCK = 32;
  private static final Set<String> ALL = Set.of(RoomFacetRow.ANY);
  private static final Pattern LEVEL = Pattern.compile("-?[0-9]{1,9}");

  private FacetValues() {}

  /** What is kept of what a room accepts. */
  static Set<String> kept(Optional<MatchCondition> condition) {
    Set<String> values = condition.map(MatchCondition::values).orElse(Set.of());
    if (!values.isEmpty()) {
      return values;
    }
    return condition
        .filter(Range.class::isInstance)
        .map(Range.class::cast)
        // No scale has more levels.
        .filter(range -> (long) range.to() - range.from() < LevelFacet.MOST_LEVELS)
        .map(FacetValues::ofMany)
        .orElse(ALL);
  }

  private static Set<String> ofMany(Range range) {
    Set<String> values = new LinkedHashSet<>();
    for (int level = range.from(); level <= range.to(); level++) {
      int block = Math.floorDiv(level, BLOCK);
      boolean whole = block * BLOCK >= range.from() && block * BLOCK + BLOCK - 1 <= range.to();
      values.add(whole ? "#" + block : Integer.toString(level));
    }
    return values;
  }

  /** Where a room is found that accepts one of some values. */
  static Set<String> lookedFor(Set<String> wanted) {
    Set<String> values = new LinkedHashSet<>(wanted);
    wanted.stream()
        .filter(value -> LEVEL.matcher(value).matches())
        .map(level -> "#" + Math.floorDiv(Integer.parseInt(level), BLOCK))
        .forEach(values::add);
    values.add(RoomFacetRow.ANY);
    return values;
  }
}
