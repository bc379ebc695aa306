package dev.moim.domain.condition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody would accept. The algebra has one operation, {@link #meet}: the condition that
 * satisfies both, or nothing. It is commutative, associative and idempotent, so that the meet of a
 * group does not depend on the order of its members, and a group is valid exactly when the meet of
 * all its members is not empty. Compatible pairs are not enough: of {1,2}, {2,3} and {1,3} any two
 * meet, all three do not.
 *
 * <p>Conditions of different kinds never meet: a facet has one kind, so they stem from different
 * configurations. All kinds are immutable values.
 */
public sealed interface MatchCondition permits OneOf, Range, TimeWindow, AllOf {
  /** More values than this are not counted one by one. */
  int MOST_VALUES = 64;

  /** The condition that satisfies both this and the other, or empty if nothing does. */
  Optional<MatchCondition> meet(MatchCondition other);

  /**
   * The values that are accepted, as texts, where they can be counted: options, or up to {@value
   * #MOST_VALUES} levels. Empty where they can't.
   */
  Set<String> values();

  /** The same in texts, numbers, instants, lists and maps, for files that people take with them. */
  Map<String, Object> plain();
}
