package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The groups formed so far. Groups have numbers that are used again after a group is dissolved; who
 * has no group stands in a list from which anybody can be taken in constant time.
 */
final class Packing {
  private static final int NONE = -1;

  private final Pool pool;
  private final int[] groupOf;
  private final List<int[]> groups = new ArrayList<>();
  private final List<Integer> freeNumbers = new ArrayList<>();
  private final int[] open;
  private final int[] placeInOpen;
  private int openCount;
  private int matched;

  Packing(Pool pool) {
    this.pool = pool;
    groupOf = new int[pool.size()];
    open = new int[pool.size()];
    placeInOpen = new int[pool.size()];
    Arrays.fill(groupOf, NONE);
    for (int i = 0; i < pool.size(); i++) {
      addToOpen(i);
    }
  }

  /** How many people have a group. */
  int matched() {
    return matched;
  }

  boolean isOpen(int candidate) {
    return groupOf[candidate] == NONE;
  }

  /** How many candidates have no group. */
  int openCount() {
    return openCount;
  }

  /** One of those without a group; the order changes with every change. */
  int open(int index) {
    return open[index];
  }

  /** The members of a candidate's group. */
  int[] groupOf(int candidate) {
    return groups.get(groupOf[candidate]);
  }

  /** Makes a group of candidates who have none. */
  void form(int[] members) {
    int number = freeNumbers.isEmpty() ? groups.size() : freeNumbers.removeLast();
    if (number == groups.size()) {
      groups.add(members);
    } else {
      groups.set(number, members);
    }
    for (int member : members) {
      groupOf[member] = number;
      matched += pool.people(member);
      openCount--;
      int last = open[openCount];
      open[placeInOpen[member]] = last;
      placeInOpen[last] = placeInOpen[member];
    }
  }

  /** Dissolves a candidate's group. */
  void dissolve(int candidate) {
    int number = groupOf[candidate];
    for (int member : groups.get(number)) {
      groupOf[member] = NONE;
      matched -= pool.people(member);
      addToOpen(member);
    }
    freeNumbers.add(number);
  }

  /** Replaces the groups of these candidates, all of whose members are among them. */
  void regroup(int[] candidates, int count, ExactPacking found) {
    dissolve(candidates, count);
    for (int group = 0; group < found.groups(); group++) {
      form(found.group(group));
    }
  }

  /** Replaces the groups of these candidates, all of whose members are among them. */
  void regroup(int[] candidates, List<int[]> found) {
    dissolve(candidates, candidates.length);
    found.forEach(this::form);
  }

  private void dissolve(int[] candidates, int count) {
    for (int i = 0; i < count; i++) {
      if (!isOpen(candidates[i])) {
        dissolve(candidates[i]);
      }
    }
  }

  private void addToOpen(int candidate) {
    open[openCount] = candidate;
    placeInOpen[candidate] = openCount;
    openCount++;
  }
}
