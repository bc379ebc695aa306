package dev.moim.domain.matching;

import java.util.Arrays;

/**
 * Which slots of a pool must not be together; it always holds in both directions. Each slot has a
 * sorted list of the others, so asking takes logarithmic and changing linear time in its length.
 * Not thread-safe.
 */
final class Avoidances {
  private static final int[] NOBODY = {};

  private int[][] others = {};

  /** Keeps two slots apart until one of them is {@linkplain #clear cleared}. */
  void add(int one, int other) {
    if (one != other && !contains(one, other)) {
      reserve(Math.max(one, other));
      others[one] = with(others[one], other);
      others[other] = with(others[other], one);
    }
  }

  boolean contains(int one, int other) {
    return one < others.length
        && others[one].length > 0
        && Arrays.binarySearch(others[one], other) >= 0;
  }

  /** From whom a slot is kept apart, in a copy. */
  int[] of(int slot) {
    return slot < others.length ? others[slot].clone() : NOBODY;
  }

  /** Forgets whom a slot is kept apart from. */
  void clear(int slot) {
    if (slot < others.length) {
      for (int other : others[slot]) {
        others[other] = without(others[other], slot);
      }
      others[slot] = NOBODY;
    }
  }

  private void reserve(int slot) {
    if (slot >= others.length) {
      int before = others.length;
      others = Arrays.copyOf(others, Math.max(slot + 1, 2 * before));
      Arrays.fill(others, before, others.length, NOBODY);
    }
  }

  private static int[] with(int[] sorted, int slot) {
    int place = -Arrays.binarySearch(sorted, slot) - 1;
    int[] more = new int[sorted.length + 1];
    System.arraycopy(sorted, 0, more, 0, place);
    more[place] = slot;
    System.arraycopy(sorted, place, more, place + 1, sorted.length - place);
    return more;
  }

  private static int[] without(int[] sorted, int slot) {
    int place = Arrays.binarySearch(sorted, slot);
    int[] fewer = new int[sorted.length - 1];
    System.arraycopy(sorted, 0, fewer, 0, place);
    System.arraycopy(sorted, place + 1, fewer, place, fewer.length - place);
    return fewer.length == 0 ? NOBODY : fewer;
  }
}
