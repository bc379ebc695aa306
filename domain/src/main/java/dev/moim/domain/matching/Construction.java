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

  /** The order in which candidates choose; their places in it are the slots of the index. */
  private final int[] order;

  private final FacetIndex open;
  private final FacetIndex.Probe probe;
  private final int[] placeOf;
  private final long[] row;

  Construction(Pool pool, Packing packing, ExactPacking exact, SplittableRandom random) {
    this.pool = pool;
    this.packing = packing;
    this.exact = exact;
    order = scarcestFirst(pool, random);
    open = new FacetIndex(pool.conditions().layout(), order.length);
    probe = open.probe();
    placeOf = new int[order.length];
    row = new long[pool.conditions().width()];
    for (int place = 0; place < order.length; place++) {
      placeOf[order[place]] = place;
      pool.conditions().copy(order[place], row, 0);
      open.add(place, row, 0);
    }
  }

  private static int[] scarcestFirst(Pool pool, SplittableRandom random) {
    int size = pool.size();
    int[] sample =
        size <= SAMPLE
            ? IntStream.range(0, size).toArray()
            : random.ints(SAMPLE, 0, size).toArray();
    var index = new FacetIndex(pool.conditions().layout(), sample.length);
    FacetIndex.Probe probe = index.probe();
    long[] row = new long[pool.conditions().width()];
    for (int i = 0; i < sample.length; i++) {
      pool.conditions().copy(sample[i], row, 0);
      index.add(i, row, 0);
    }
    long[] key = new long[size];
    for (int i = 0; i < size; i++) {
      pool.conditions().copy(i, row, 0);
      probe.aim(row, 0);
      int partners = 0;
      for (int place = probe.next(); place != FacetIndex.NONE; place = probe.next()) {
        int other = sample[place];
        if (other != i && pool.compatible(i, other)) {
          partners += pool.people(other);
        }
      }
      int needed = Math.max(pool.least(i) - pool.people(i), 1);
      key[i] = partners * 1_000L / needed;
    }
    return IntStream.range(0, size)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(i -> key[i])
                .thenComparingLong(pool::since)
                .thenComparingInt(i -> i))
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
    pool.conditions().copy(who, row, 0);
    probe.aim(row, 0);
    // Those before this place have a group, or could not be helped.
    probe.seek(place / Long.SIZE);
    for (int at = probe.next(); at != FacetIndex.NONE && count < most; at = probe.next()) {
      if (at > place && pool.compatible(who, order[at])) {
        candidates[count++] = order[at];
      }
    }
    if (!exact.searchGroupOfFirst(candidates, count, STEPS_EACH)) {
      return count < most;
    }
    packing.form(exact.group(0));
    for (int member : exact.group(0)) {
      open.remove(placeOf[member]);
    }
    return true;
  }
}
