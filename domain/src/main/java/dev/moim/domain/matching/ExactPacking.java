package dev.moim.domain.matching;

import java.util.Arrays;

/**
 * Forms groups of a few candidates so that as many people as possible are in one: exactly, as long
 * as the allowed steps last.
 *
 * <p><b>How it works.</b> Branch and bound over sets of open candidates, held as the bits of one
 * word. The open candidate with the fewest compatible others comes next: every valid group that it
 * can be in is tried, then leaving it out. A group is grown member by member along the bits, with
 * the meet so far carried as a row of the {@link ConditionTable}, so an impossible set is given up
 * at its first pair, not when complete. Three things keep the tree small: a branch that could not
 * beat the best even if all open people were matched is cut (the number of people is rounded down
 * to one that whole groups can have); a set of open candidates that was already reached with as
 * many matched is not searched again; and of people without parties no group is tried that could be
 * split in two valid ones.
 *
 * <p>Not thread-safe; made once and used for many small problems.
 */
final class ExactPacking {
  /** The most candidates that one problem may have. */
  static final int MOST = Long.SIZE;

  private static final int REMEMBERED = 1 << 12;

  private final Pool pool;
  private final int width;
  private final int[] items = new int[MOST];
  private final int[] people = new int[MOST];
  private final int[] least = new int[MOST];
  private final int[] most = new int[MOST];
  private final long[] compatible = new long[MOST];
  private final long[] meets;
  private final long[] rememberedOpen = new long[REMEMBERED];
  private final int[] rememberedMatched = new int[REMEMBERED];
  private final long[] chosen = new long[MOST];
  private final long[] bestGroups = new long[MOST];
  private int size;
  private int[] reachable = {};
  private int greatestLeast;
  private boolean singles;
  private long mustHave;
  private boolean firstGroupOnly;
  private int bestCount;
  private int best;
  private long allowed;
  private long steps;
  private boolean stopped;

  ExactPacking(Pool pool) {
    this.pool = pool;
    this.width = pool.conditions().width();
    this.meets = new long[(MOST + 1) * width];
  }

  /**
   * Searches for the best packing of these candidates.
   *
   * @param candidates at most {@link #MOST}; of equally good packings, their order decides
   * @param moreThan a packing counts only if it has more people than this
   * @param stepsAllowed to take at most
   * @return whether one was found
   */
  boolean search(int[] candidates, int count, int moreThan, long stepsAllowed) {
    return searchKeeping(candidates, count, 0, moreThan, stepsAllowed);
  }

  /**
   * As {@link #search}, for packings that leave out none of the first candidates.
   *
   * @param kept how many of the candidates must not be left out
   */
  boolean searchKeeping(int[] candidates, int count, int kept, int moreThan, long stepsAllowed) {
    prepare(candidates, count, moreThan, stepsAllowed);
    mustHave = all(kept);
    firstGroupOnly = false;
    pack(all(count), sum(count), 0, 0);
    return best > moreThan;
  }

  /**
   * Searches for one valid group with the first of these candidates and somebody else, or if there
   * is none, the first one alone.
   */
  boolean searchGroupOfFirst(int[] candidates, int count, long stepsAllowed) {
    prepare(candidates, count, 0, stepsAllowed);
    mustHave = 0;
    firstGroupOnly = true;
    grow(0, all(count), sum(count), 0, 0);
    if (best == 0 && !stopped && pool.isGroupAlone(items[0])) {
      best = people[0];
      bestCount = 1;
      bestGroups[0] = 1;
    }
    return best > 0;
  }

  /** Whether the last search had steps enough to be sure of its answer. */
  boolean isCertain() {
    return steps > 0;
  }

  /** How many steps the last search took. */
  long stepsTaken() {
    return allowed - steps;
  }

  /** How many people the packing that was found has in groups. */
  int matched() {
    return best;
  }

  /** How many groups were found. */
  int groups() {
    return bestCount;
  }

  /** The candidates of a group that was found. */
  int[] group(int index) {
    long members = bestGroups[index];
    int[] group = new int[Long.bitCount(members)];
    for (int i = 0; i < group.length; i++) {
      group[i] = items[Long.numberOfTrailingZeros(members)];
      members &= members - 1;
    }
    return group;
  }

  private static long all(int count) {
    return count == 0 ? 0 : -1L >>> (MOST - count);
  }

  private int sum(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += people[i];
    }
    return sum;
  }

  private void prepare(int[] candidates, int count, int moreThan, long stepsAllowed) {
    size = count;
    greatestLeast = 0;
    singles = true;
    int smallestGroup = Integer.MAX_VALUE;
    int greatestGroup = 0;
    for (int i = 0; i < count; i++) {
      int candidate = candidates[i];
      items[i] = candidate;
      people[i] = pool.people(candidate);
      least[i] = pool.least(candidate);
      most[i] = pool.most(candidate);
      singles &= people[i] == 1;
      greatestLeast = Math.max(greatestLeast, least[i]);
      smallestGroup = Math.min(smallestGroup, least[i]);
      greatestGroup = Math.max(greatestGroup, most[i]);
      compatible[i] = 0;
      for (int j = 0; j < i; j++) {
        if (pool.compatible(candidate, candidates[j])) {
          compatible[i] |= 1L << j;
          compatible[j] |= 1L << i;
        }
      }
    }
    int sum = sum(count);
    reachable = Sizes.reachable(sum, smallestGroup, greatestGroup);
    Arrays.fill(rememberedOpen, 0);
    best = moreThan;
    bestCount = 0;
    allowed = stepsAllowed;
    steps = stepsAllowed;
    stopped = false;
  }

  private void pack(long open, int openPeople, int matched, int depth) {
    if (matched > best && (open & mustHave) == 0) {
      take(matched, depth);
      stopped = matched == reachable[reachable.length - 1];
    }
    long rest = open;
    int restPeople = openPeople;
    while (rest != 0 && !stopped) {
      if (matched + reachable[restPeople] <= best || isKnown(rest, matched)) {
        return;
      }
      int pivot = scarcest(rest);
      if (compatible[pivot] != 0 || people[pivot] > 1) {
        grow(pivot, rest, restPeople, matched, depth);
      }
      if ((mustHave >>> pivot & 1) != 0) {
        return;
      }
      rest &= ~(1L << pivot);
      restPeople -= people[pivot];
    }
  }

  /**
   * Whether this state was reached before with at least as many people matched; notes it if not.
   */
  private boolean isKnown(long open, int matched) {
    int slot = (int) ((open * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 12));
    if (rememberedOpen[slot] == open && rememberedMatched[slot] >= matched) {
      return true;
    }
    rememberedOpen[slot] = open;
    rememberedMatched[slot] = matched;
    return false;
  }

  private int scarcest(long open) {
    int scarcest = -1;
    int fewest = Integer.MAX_VALUE;
    for (long rest = open; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int others = Long.bitCount(compatible[i] & open);
      if (others < fewest) {
        fewest = others;
        scarcest = i;
      }
    }
    return scarcest;
  }

  /** Tries every valid group of the pivot and other open candidates. */
  private void grow(int pivot, long open, int openPeople, int matched, int depth) {
    var branch = new Branch(open, openPeople, matched, depth);
    long group = 1L << pivot;
    if (!firstGroupOnly && pool.isGroupAlone(items[pivot])) {
      complete(branch, group, people[pivot]);
    }
    // No other row in use lies here: the groups chosen so far have no more members than are closed.
    int level = size - Long.bitCount(open);
    pool.conditions().copy(items[pivot], meets, level * width);
    long others = open & compatible[pivot];
    extend(branch, level, group, others, people[pivot], least[pivot], most[pivot]);
  }

  /**
   * Tries the groups that have some of these others in addition.
   *
   * @param level where the group's meet lies in {@link #meets}
   * @param need the greatest of the members' least sizes
   * @param limit the least of the members' greatest sizes
   */
  private void extend(
      Branch branch, int level, long group, long others, int groupPeople, int need, int limit) {
    for (long rest = others; rest != 0 && !stopped; rest &= rest - 1) {
      steps--;
      if (steps <= 0) {
        stopped = true;
        return;
      }
      int next = Long.numberOfTrailingZeros(rest);
      int morePeople = groupPeople + people[next];
      int newNeed = Math.max(need, least[next]);
      int newLimit = Math.min(limit, most[next]);
      if (morePeople > newLimit
          || newNeed > newLimit
          || !pool.conditions()
              .meet(meets, level * width, items[next], meets, (level + 1) * width)) {
        continue;
      }
      long grown = group | 1L << next;
      if (morePeople >= newNeed && !(singles && morePeople >= 2 * newNeed)) {
        complete(branch, grown, morePeople);
      }
      if (!(singles && morePeople + 1 >= 2 * greatestLeast)) {
        long after = rest & (rest - 1) & compatible[next];
        extend(branch, level + 1, grown, after, morePeople, newNeed, newLimit);
      }
    }
  }

  /** Puts the group into the packing and goes on with who is left. */
  private void complete(Branch branch, long group, int groupPeople) {
    if (stopped) {
      return;
    }
    chosen[branch.depth] = group;
    int matched = branch.matched + groupPeople;
    if (firstGroupOnly) {
      take(matched, branch.depth + 1);
      stopped = true;
    } else {
      pack(branch.open & ~group, branch.openPeople - groupPeople, matched, branch.depth + 1);
    }
  }

  private void take(int matched, int count) {
    best = matched;
    bestCount = count;
    System.arraycopy(chosen, 0, bestGroups, 0, count);
  }

  /** Where in the tree a group is being grown. */
  private record Branch(long open, int openPeople, int matched, int depth) {}
}
