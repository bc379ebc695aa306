package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Makes room for somebody without a group by moving members between groups that are not closed: the
 * neighbourhood of theirs is solved to the optimum, under the condition that whoever is in a group
 * stays in one. As few groups as possible are touched: at first each group by itself is tried, then
 * all of the neighbourhood at once.
 *
 * <p>Costs some 100 ns for each unit in the pool, and a few milliseconds for the solution.
 */
final class Rearrangement<K> {
  private static final int GREATEST_OF_GROUPS = 24;
  private static final int GREATEST = 32;
  private static final long STEPS_FOR_ONE = 5_000;
  private static final long STEPS_FOR_ALL = 50_000;

  private final Layout layout;
  private final UnitTable<K> units;
  private boolean withRecentPartners;

  Rearrangement(Layout layout, UnitTable<K> units) {
    this.layout = layout;
    this.units = units;
  }

  /**
   * What is better than before.
   *
   * @param slots all units that are replaced
   * @param groups the groups that replace them; who waits and is in none goes on waiting
   */
  record Result<K>(List<Integer> slots, List<List<Present<K>>> groups) {}

  /**
   * Looks for a rearrangement that finds a place for somebody who waits.
   *
   * @param movable which groups may be touched, by slot
   * @param withRecentPartners whether people who met lately may be brought together
   */
  Optional<Result<K>> find(int slot, IntPredicate movable, boolean withRecentPartners) {
    this.withRecentPartners = withRecentPartners;
    List<Integer> groups = groupsAround(units.unit(slot).who(), movable);
    for (int group : groups) {
      Optional<Result<K>> result = solve(List.of(group), List.of(slot), STEPS_FOR_ONE);
      if (result.isPresent()) {
        return result;
      }
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    return solve(groups, waitingAround(slot, groups), STEPS_FOR_ALL);
  }

  /** The groups of which somebody suits, up to a certain number of people. */
  private List<Integer> groupsAround(Present<K> who, IntPredicate movable) {
    var groups = new ArrayList<Integer>();
    int count = 0;
    for (int slot = 0; slot < units.slots() && count < GREATEST_OF_GROUPS; slot++) {
      if (units.isUsed(slot) && units.unit(slot).isGroup() && movable.test(slot)) {
        List<Present<K>> members = units.unit(slot).members();
        if (count + members.size() <= GREATEST_OF_GROUPS && suitsSomebody(who, members)) {
          groups.add(slot);
          count += members.size();
        }
      }
    }
    return groups;
  }

  /** Who waits and suits somebody in these groups, besides the one for whom all this is done. */
  private List<Integer> waitingAround(int who, List<Integer> groups) {
    List<Present<K>> members =
        groups.stream().flatMap(group -> units.unit(group).members().stream()).toList();
    var waiting = new ArrayList<Integer>();
    waiting.add(who);
    for (int slot = 0; slot < units.slots() && members.size() + waiting.size() < GREATEST; slot++) {
      if (slot != who
          && units.isUsed(slot)
          && !units.unit(slot).isGroup()
          && suitsSomebody(units.unit(slot).who(), members)) {
        waiting.add(slot);
      }
    }
    return waiting;
  }

  private boolean suitsSomebody(Present<K> who, List<Present<K>> members) {
    for (Present<K> member : members) {
      if (Math.max(member.size().min(), who.size().min())
              <= Math.min(member.size().max(), who.size().max())
          && layout.fit(member.row(), 0, who.row(), 0)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param waiting the first is the one who must find a place
   */
  private Optional<Result<K>> solve(List<Integer> groups, List<Integer> waiting, long steps) {
    var people = new ArrayList<Present<K>>();
    groups.forEach(group -> people.addAll(units.unit(group).members()));
    int matched = people.stream().mapToInt(Present::people).sum();
    // The one who needs a place counts as somebody who must not be left out.
    int kept = people.size() + 1;
    waiting.forEach(slot -> people.add(units.unit(slot).who()));
    var exact = new ExactPacking(pool(people));
    int[] all = new int[people.size()];
    Arrays.setAll(all, i -> i);
    if (!exact.searchKeeping(all, all.length, kept, matched, steps)) {
      return Optional.empty();
    }
    var found = new ArrayList<List<Present<K>>>();
    for (int group = 0; group < exact.groups(); group++) {
      found.add(Arrays.stream(exact.group(group)).mapToObj(people::get).toList());
    }
    var slots = new ArrayList<>(groups);
    for (int slot : waiting) {
      if (found.stream().anyMatch(group -> group.contains(units.unit(slot).who()))) {
        slots.add(slot);
      }
    }
    return Optional.of(new Result<>(slots, found));
  }

  private Pool pool(List<Present<K>> people) {
    var apart = new Avoidances();
    var pool = new Pool(layout, apart, people.size());
    for (int i = 0; i < people.size(); i++) {
      Present<K> one = people.get(i);
      pool.put(
          i,
          one.people(),
          one.size().min(),
          one.size().max(),
          one.submittedAt().getEpochSecond(),
          one.row());
      for (int j = 0; j < i; j++) {
        WaitingRequest<K> other = people.get(j).request();
        if (one.request().avoids().contains(other.id())
            || other.avoids().contains(one.id())
            || (!withRecentPartners && haveMet(one.request(), other))) {
          apart.add(i, j);
        }
      }
    }
    return pool;
  }

  private static <K> boolean haveMet(WaitingRequest<K> one, WaitingRequest<K> other) {
    return one.recentPartners().contains(other.id()) || other.recentPartners().contains(one.id());
  }
}
