package dev.moim.domain.matching;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Forms the first groups: whoever is hardest to place chooses first, and takes those who are
 * hardest to place of all who suit.
 *
 * <p>How hard that is, is the number of compatible others for each that is needed, counted in a
 * random sample of the pool, so that the cost grows with the pool and not with its square.
 */
final class Construction {
  private static final int SAMPLE = 1_024;

  /** Enough to find a group among; more only costs time where the first few do not suffice. */
  private static final int FEW = 24;

  private static final long STEPS_EACH = 2_000;

  private final Pool pool;
  private final Packing packing;
  private final ExactPacking exact;

  /** The order in which candidates choose, and for each place in it the next one still open. */
  private final int[] order;

  private final int[] next;

  Construction(Pool pool, Packing packing, ExactPacking exact, SplittableRandom random) {
    this.pool = pool;
    this.packing = packing;
    this.exact = exact;
    this.order = scarcestFirst(pool, random);
    this.next = IntStream.rangeClosed(1, order.length + 1).toArray();
  }

  private static int[] scarcestFirst(Pool pool, SplittableRandom random) {
    int size = pool.size();
    int[] sample =
        size <= SAMPLE
            ? IntStream.range(0, size).toArray()
            : random.ints(SAMPLE, 0, size).toArray();
    long[] key = new long[size];
    for (int i = 0; i < size; i++) {
      int partners = 0;
      for (int other : sample) {
        if (other != i && pool.compatible(i, other)) {
          partners += pool.people(other);
        }
      }
      int needed = Math.max(pool.least(i) - pool.people(i), 1);
      key[i] = partners * 1_000L / needed;
    }
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(i -> key[i]).thenComparingInt(pool::age))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  void run() {
    for (int place = 0; place < order.length; place++) {
      if (packing.isOpen(order[place]) && !isSettled(place, FEW)) {
        isSettled(place, ExactPacking.MOST);
      }
    }
  }

  /** Whether somebody was placed or, if not, it is of no use to look at more candidates. */
  private boolean isSettled(int place, int most) {
    int who = order[place];
    int[] candidates = new int[most];
    int count = 0;
    candidates[count++] = who;
    int before = place;
    for (int at = next[place]; at < order.length && count < most; at = next[at]) {
      int other = order[at];
      if (!packing.isOpen(other)) {
        next[before] = next[at];
        continue;
      }
      before = at;
      if (pool.compatible(who, other)) {
        candidates[count++] = other;
      }
    }
    boolean found = exact.searchGroupOfFirst(candidates, count, STEPS_EACH);
    if (found) {
      packing.form(exact.group(0));
    }
    return found || count < most;
  }
}
