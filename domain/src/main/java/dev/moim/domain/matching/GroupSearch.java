package dev.moim.domain.matching;

import java.util.Arrays;

/**
 * Finds the best group for one candidate of a pool among a few others: the valid one whose members
 * gain most by it. Branch and bound: the group grows member by member, those who gain most first,
 * with the meet carried along, and a branch is cut that could not gain more than the best even if
 * all places left went to those who gain most. Exact, as long as the allowed steps last.
 *
 * <p>Not thread-safe; made once and used for many searches.
 */
final class GroupSearch {
  /** The most others that one search may have. */
  static final int MOST = 64;

  /** Gains are compared as multiples of 1/UNIT. */
  private static final int UNIT = 1 << 24;

  private final Pool pool;
  private final int width;

  /** Those under consideration, who gain most first: the gain in the upper half, the slot below. */
  private final long[] others = new long[MOST];

  private final int[] chosen = new int[MOST + 1];
  private long[] meets;
  private Avoidances apart = new Avoidances();
  private int count;
  private int[] best = {};
  private long bestGain;
  private long steps;

  GroupSearch(Pool pool) {
    this.pool = pool;
    width = pool.conditions().width();
    meets = new long[8 * width];
  }

  /** Begins anew with no others. */
  void clear() {
    count = 0;
  }

  /**
   * Takes somebody into consideration, in place of who gains least if there are {@code most}.
   *
   * @param gain what is gained by having them in the group, between -100 and 100
   */
  void consider(int other, double gain, int most) {
    long key = ((long) (gain * UNIT) << Integer.SIZE) | other;
    int place = count;
    if (count == most) {
      if (key <= others[most - 1]) {
        return;
      }
      place--;
    } else {
      count++;
    }
    while (place > 0 && others[place - 1] < key) {
      others[place] = others[place - 1];
      place--;
    }
    others[place] = key;
  }

  /**
   * The best group of a candidate and some of those under consideration; only the candidate itself
   * if there is none.
   *
   * @param apart who must not be together, besides those whom the pool keeps apart
   */
  int[] find(int who, Avoidances apart, long stepsAllowed) {
    this.apart = apart;
    steps = stepsAllowed;
    bestGain = Long.MIN_VALUE;
    chosen[0] = who;
    best = new int[] {who};
    reserve(1);
    pool.conditions().copy(who, meets, 0);
    extend(1, 0, pool.people(who), pool.least(who), pool.most(who), 0);
    return best;
  }

  private void reserve(int levels) {
    if ((levels + 1) * width > meets.length) {
      meets = Arrays.copyOf(meets, 2 * (levels + 1) * width);
    }
  }

  private void extend(int size, int from, int people, int least, int most, long gain) {
    for (int i = from; i < count && steps > 0; i++) {
      long gainOfOther = others[i] >> Integer.SIZE;
      if (gain + Math.max(gainOfOther, 0) * (most - people) <= bestGain) {
        return;
      }
      int other = (int) others[i];
      int morePeople = people + pool.people(other);
      int newLeast = Math.max(least, pool.least(other));
      int newMost = Math.min(most, pool.most(other));
      if (morePeople > newMost || newLeast > newMost) {
        continue;
      }
      steps--;
      if (isAvoidedByChosen(other, size)
          || !pool.conditions().meet(meets, (size - 1) * width, other, meets, size * width)) {
        continue;
      }
      chosen[size] = other;
      long newGain = gain + gainOfOther;
      if (morePeople >= newLeast && newGain > bestGain) {
        bestGain = newGain;
        best = Arrays.copyOf(chosen, size + 1);
      }
      if (morePeople < newMost) {
        reserve(size + 1);
        extend(size + 1, i + 1, morePeople, newLeast, newMost, newGain);
      }
    }
  }

  private boolean isAvoidedByChosen(int other, int size) {
    for (int i = 0; i < size; i++) {
      if (pool.isAvoided(chosen[i], other) || apart.contains(chosen[i], other)) {
        return true;
      }
    }
    return false;
  }
}
