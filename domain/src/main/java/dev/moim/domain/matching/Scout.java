package dev.moim.domain.matching;

import dev.moim.domain.matching.MatchingPolicy.Partners;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Finds the best group for one unit of an online pool: looks for those who suit it, from some place
 * on, and tries those of them for whom it matters most. Not thread-safe.
 */
final class Scout<K> {
  /** How many who suit are compared; there may be many more. */
  private static final int ENOUGH = 64;

  /** How many of them, those for whom it matters most, are tried. */
  private static final int FEW = 16;

  private static final long STEPS = 400;
  private static final long RESCUE_STEPS = 20_000;

  /** Nothing is gained by bringing in a group, so whoever waits goes first. */
  private static final double COST_OF_GROUP = 0.01;

  private final MatchingPolicy policy;
  private final UnitTable<K> units;
  private final RecentArrivals arrivals;
  private final SplittableRandom random;
  private final FacetIndex.Probe probe;
  private final GroupSearch search;
  private final long[] row;

  /**
   * @param seed decides where to begin
   */
  Scout(
      MatchingPolicy policy,
      Layout layout,
      UnitTable<K> units,
      RecentArrivals arrivals,
      long seed) {
    this.policy = policy;
    this.units = units;
    this.arrivals = arrivals;
    random = new SplittableRandom(seed);
    probe = units.index().probe();
    search = new GroupSearch(units.pool());
    row = new long[layout.width()];
  }

  /** A group for a unit, found in microseconds; only the unit itself if there is none. */
  int[] find(int slot, Instant now) {
    gather(slot, FEW, ENOUGH, units.recent(), now);
    return search.find(slot, units.recent(), STEPS);
  }

  /**
   * As {@link #find}, with all the effort that is worth it.
   *
   * @param apart who must not come together, besides those who avoid each other
   */
  int[] findForRescue(int slot, Avoidances apart, Instant now) {
    gather(slot, GroupSearch.MOST, Integer.MAX_VALUE, apart, now);
    return search.find(slot, apart, RESCUE_STEPS);
  }

  /** Considers those who suit, from somewhere on, so that nobody comes first each time. */
  private void gather(int slot, int most, int enough, Avoidances apart, Instant now) {
    Pool pool = units.pool();
    search.clear();
    pool.conditions().copy(slot, row, 0);
    probe.aim(row, 0);
    int blocks = units.index().blocks();
    int block = random.nextInt(blocks);
    int left = enough;
    boolean isExact = units.index().isExact();
    for (int probed = 0; probed < blocks && left > 0; probed++) {
      for (long found = probe.find(block); found != 0; found &= found - 1) {
        int other = FacetIndex.slot(block, found);
        if (other != slot
            && pool.acceptSizes(slot, other)
            && (isExact || pool.conditions().fit(slot, other))
            && !pool.isAvoided(slot, other)
            && !apart.contains(slot, other)
            && (policy.joiners() || !units.isGroup(other))) {
          left--;
          search.consider(other, gain(other, now), most);
        }
      }
      block = block + 1 == blocks ? 0 : block + 1;
    }
  }

  /** What is gained by finding a group for a unit now, between 0 and 1 for each person. */
  private double gain(int slot, Instant now) {
    Pool pool = units.pool();
    if (units.isGroup(slot)) {
      return -COST_OF_GROUP;
    }
    if (policy.partners() == Partners.OLDEST) {
      // The later somebody came, the nearer to 0; never so near that two would be the same.
      double minutes = (now.getEpochSecond() - pool.since(slot)) / 60.0;
      return pool.people(slot) * (1 - 1 / (2 + minutes));
    }
    if (!units.hasArrivals(slot)) {
      estimateArrivals(slot, now);
    }
    int needed = Math.max(pool.least(slot) - pool.people(slot), 1);
    return pool.people(slot) / (1 + units.expected(slot, now) / needed);
  }

  /** Notes how many who suit somebody who waits are likely to come. */
  void estimateArrivals(int slot, Instant now) {
    units.setArrivals(slot, arrivals.rateFor(units.unit(slot).who(), Timetable.micros(now)) * 1e6);
  }
}
