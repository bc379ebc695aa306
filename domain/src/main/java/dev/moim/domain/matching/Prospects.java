package dev.moim.domain.matching;

import dev.moim.domain.matching.Unmatched.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be said for certain about who can be matched at all: who has no possible group, which
 * candidates can only be matched among themselves, and hence an upper bound.
 *
 * <p>Nobody has a group with somebody of another <i>component</i> of the graph of compatible pairs.
 * A component of a few candidates is solved exactly; of a greater one it is known that its groups'
 * sizes, each from the smallest to the greatest that anybody in it accepts, add up to what is
 * matched.
 */
final class Prospects {
  private static final long STEPS_FOR_ONE = 20_000;
  private static final long STEPS_FOR_COMPONENT = 2_000_000;
  private static final long STEPS_FOR_ALL_COMPONENTS = 50_000_000;

  private final Pool pool;
  private final Packing packing;
  private final ExactPacking exact;
  private final Reason[] reasons;
  private final boolean[] settled;
  private int upperBound;

  Prospects(Pool pool, Packing packing, ExactPacking exact) {
    this.pool = pool;
    this.packing = packing;
    this.exact = exact;
    this.reasons = new Reason[pool.size()];
    this.settled = new boolean[pool.size()];
    Arrays.fill(reasons, Reason.LEFT_OVER);
  }

  /** Why a candidate has no group, should they have none in the end. */
  Reason reason(int candidate) {
    return reasons[candidate];
  }

  /**
   * Those whom no change could help: without a possible group, or in a component that is solved.
   */
  boolean[] settled() {
    return settled;
  }

  /** No matching has more people. */
  int upperBound() {
    return upperBound;
  }

  /** Looks into everybody's prospects, and improves the packing where a component can be solved. */
  void examine() {
    for (int i = 0; i < packing.openCount(); i++) {
      examine(packing.open(i));
    }
    var effort = new Effort(STEPS_FOR_ALL_COMPONENTS);
    for (int[] component : components(effort)) {
      upperBound += bound(component, effort);
    }
  }

  private void examine(int who) {
    int[] candidates = new int[ExactPacking.MOST];
    int count = 0;
    candidates[count++] = who;
    boolean suited = false;
    for (int other = 0; other < pool.size() && count < candidates.length; other++) {
      if (other != who && pool.suit(who, other)) {
        suited = true;
        if (pool.compatible(who, other)) {
          candidates[count++] = other;
        }
      }
    }
    boolean everybody = count < candidates.length;
    if (!exact.searchGroupOfFirst(candidates, count, STEPS_FOR_ONE)
        && exact.isCertain()
        && everybody) {
      settled[who] = true;
      reasons[who] = suited ? Reason.NO_GROUP_OF_ACCEPTED_SIZE : Reason.NOBODY_COMPATIBLE;
    }
  }

  /** The components of those who have prospects; if the effort is spent, the rest counts as one. */
  private List<int[]> components(Effort effort) {
    int[] rest = new int[pool.size()];
    int left = 0;
    for (int i = 0; i < rest.length; i++) {
      if (!settled[i]) {
        rest[left++] = i;
      }
    }
    var components = new ArrayList<int[]>();
    int[] reached = new int[left];
    while (left > 0) {
      int count = 0;
      reached[count++] = rest[--left];
      for (int at = 0; at < count; at++) {
        effort.spend(left / 4);
        boolean everybody = effort.isExhausted();
        int kept = 0;
        for (int i = 0; i < left; i++) {
          if (everybody || pool.compatible(reached[at], rest[i])) {
            reached[count++] = rest[i];
          } else {
            rest[kept++] = rest[i];
          }
        }
        left = kept;
      }
      components.add(Arrays.copyOf(reached, count));
    }
    return components;
  }

  private int bound(int[] component, Effort effort) {
    int people = 0;
    int matched = 0;
    int smallest = Integer.MAX_VALUE;
    int greatest = 1;
    for (int candidate : component) {
      people += pool.people(candidate);
      matched += packing.isOpen(candidate) ? 0 : pool.people(candidate);
      smallest = Math.min(smallest, pool.least(candidate));
      greatest = Math.max(greatest, pool.most(candidate));
    }
    int bound = Sizes.reachable(people, smallest, greatest)[people];
    if (matched < bound && component.length <= ExactPacking.MOST && !effort.isExhausted()) {
      if (exact.search(component, component.length, matched, STEPS_FOR_COMPONENT)) {
        matched = exact.matched();
        packing.regroup(component, component.length, exact);
      }
      effort.spend(exact.stepsTaken());
      if (exact.isCertain()) {
        bound = matched;
      }
    }
    if (matched == bound) {
      for (int candidate : component) {
        settled[candidate] = true;
      }
    }
    return bound;
  }
}
