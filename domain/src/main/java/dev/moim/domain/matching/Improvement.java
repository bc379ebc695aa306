package dev.moim.domain.matching;

import java.util.SplittableRandom;

/**
 * Brings in those who were left over, by large neighbourhood search (Shaw 1998): again and again, a
 * few groups around somebody without a group are dissolved, and the best groups of their members
 * are found exactly. The result is never worse; one as good is taken too, so that another is left
 * over, which is how a chain of exchanges longer than one neighbourhood comes about.
 */
final class Improvement {
  private static final int SMALLEST = 8;
  private static final int GREATEST = 24;
  private static final int MISSES = 4;
  private static final long STEPS_EACH = 4_000;
  private static final int AIMING = 3;
  private static final int COMPARED_A_STEP = 8;
  private static final int NOBODY = -1;

  private final Pool pool;
  private final Packing packing;
  private final ExactPacking exact;
  private final SplittableRandom random;
  private final FacetIndex index;
  private final FacetIndex.Probe probe;
  private final long[] row;
  private final boolean[] settled;
  private final int[] failures;

  /** The neighbourhood, and the round in which each candidate last was in it. */
  private final int[] items = new int[ExactPacking.MOST];

  private final int[] roundOf;
  private int count;
  private int round;
  private int matchedBefore;

  /**
   * @param settled for whom nothing can be done any more
   */
  Improvement(
      Pool pool, Packing packing, ExactPacking exact, SplittableRandom random, boolean[] settled) {
    this.pool = pool;
    this.packing = packing;
    this.exact = exact;
    this.random = random;
    this.settled = settled;
    this.failures = new int[pool.size()];
    this.roundOf = new int[pool.size()];
    row = new long[pool.conditions().width()];
    index = FacetIndex.of(pool);
    probe = index.probe();
  }

  /** Goes on until so many people have a group, nobody is left to try, or the effort is spent. */
  void run(int enough, Effort effort) {
    run(enough, Integer.MAX_VALUE, effort);
  }

  /**
   * As {@link #run(int, Effort)}, where nobody is tried for ever.
   *
   * @param attempts how often to try for somebody in vain before they are settled
   */
  void run(int enough, int attempts, Effort effort) {
    while (packing.matched() < enough && !effort.isExhausted()) {
      int who = someoneOpen(effort);
      if (who == NOBODY) {
        return;
      }
      gather(who, effort);
      if (count == 1 || failures[who] >= attempts) {
        // Nobody suits them, or everything was tried.
        settled[who] = true;
        continue;
      }
      shuffle();
      int before = packing.matched();
      if (exact.search(items, count, matchedBefore - 1, STEPS_EACH)) {
        packing.regroup(items, count, exact);
      }
      effort.spend(exact.stepsTaken() + (long) count * count / COMPARED_A_STEP);
      failures[who] = packing.matched() > before ? 0 : failures[who] + 1;
    }
  }

  private int someoneOpen(Effort effort) {
    int open = packing.openCount();
    if (open == 0) {
      return NOBODY;
    }
    int start = random.nextInt(open);
    effort.spend(1);
    for (int i = 0; i < open; i++) {
      int who = packing.open((start + i) % open);
      if (!settled[who]) {
        return who;
      }
    }
    return NOBODY;
  }

  /** Collects a neighbourhood: somebody, who suits them, who suits those, with their groups. */
  private void gather(int who, Effort effort) {
    round++;
    count = 0;
    matchedBefore = 0;
    add(who);
    int spread = Math.min(GREATEST - SMALLEST, failures[who]) + 1;
    int target = SMALLEST + random.nextInt(spread);
    int misses = 0;
    while (count < target && misses < MISSES) {
      int anchor = items[random.nextBoolean() ? 0 : random.nextInt(count)];
      int other = someoneFor(anchor, effort);
      if (other == NOBODY) {
        misses++;
      } else if (packing.isOpen(other)) {
        add(other);
      } else {
        for (int member : packing.groupOf(other)) {
          add(member);
          matchedBefore += pool.people(member);
        }
      }
    }
  }

  private void add(int candidate) {
    items[count++] = candidate;
    roundOf[candidate] = round;
  }

  /** Somebody compatible who is not yet in the neighbourhood, at random. */
  private int someoneFor(int anchor, Effort effort) {
    pool.conditions().copy(anchor, row, 0);
    probe.aim(row, 0);
    int blocks = index.blocks();
    int block = random.nextInt(blocks);
    // The first block is looked at twice: from a random slot on, and at the end from its start.
    long allowed = -1L << random.nextInt(Long.SIZE);
    for (int probed = 0; probed <= blocks; probed++) {
      for (long found = probe.find(block) & allowed; found != 0; found &= found - 1) {
        int other = FacetIndex.slot(block, found);
        if (roundOf[other] != round && !settled[other] && pool.compatible(anchor, other)) {
          effort.spend(AIMING + probed);
          return other;
        }
      }
      allowed = -1;
      block = block + 1 == blocks ? 0 : block + 1;
    }
    effort.spend(AIMING + blocks);
    return NOBODY;
  }

  private void shuffle() {
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }
}
