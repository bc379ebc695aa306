package dev.moim.domain.condition;

import java.util.Map;
import java.util.Optional;

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
  /** The condition that satisfies both this and the other, or empty if nothing does. */
  Optional<MatchCondition> meet(MatchCondition other);

  /** The same in texts, numbers, instants, lists and maps, for files that people take with them. */
  Map<String, Object> plain();
}
