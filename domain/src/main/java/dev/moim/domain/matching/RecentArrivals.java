package dev.moim.domain.matching;

/**
 * The latest arrivals in a pool, from which it is told how many who suit somebody are likely to
 * come. It remembers {@link #REMEMBERED} of them; how often somebody comes is taken from those of
 * the last {@link #SPAN} microseconds. Not thread-safe.
 */
final class RecentArrivals {
  static final int REMEMBERED = 512;

  /** Three hours, in microseconds: long enough for some arrivals, short enough for one mood. */
  static final long SPAN = 3L * 60 * 60 * 1_000_000;

  /** A minute, so that the first few who come do not look like a crowd. */
  private static final long SHORTEST_SPAN = 60L * 1_000_000;

  /** Who came is forgotten only when others come, however long ago it was. */
  private final Pool pool;

  private final FacetIndex index;
  private final FacetIndex.Probe probe;
  private final long[] times = new long[REMEMBERED];
  private final Object[] ids = new Object[REMEMBERED];
  private long count;
  private long firstTime;

  /** Whoever came before this one is too long ago, whatever is asked. */
  private long firstOfSpan;

  RecentArrivals(Layout layout) {
    pool = new Pool(layout, new Avoidances(), REMEMBERED);
    index = new FacetIndex(layout, REMEMBERED);
    probe = index.probe();
  }

  /** Remembers somebody who came at a time; whoever comes back is no new arrival. */
  void add(Present<?> who, long time) {
    if ((count > 0 && time < timeOf(count - 1)) || isKnown(who.id(), time)) {
      return;
    }
    int slot = (int) (count % REMEMBERED);
    pool.put(slot, who.people(), who.size().min(), who.size().max(), 0, who.row());
    index.add(slot, who.row(), 0);
    times[slot] = time;
    ids[slot] = who.id();
    if (count++ == 0) {
      firstTime = time;
    }
    firstOfSpan = firstSince(time - SPAN);
  }

  /** Whether somebody is among those who came last, all at one time. */
  private boolean isKnown(Object id, long time) {
    long first = Math.max(0, count - REMEMBERED);
    for (long number = count - 1; number >= first && timeOf(number) == time; number--) {
      if (ids[(int) (number % REMEMBERED)].equals(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many people per microsecond come of whom each suits somebody, with respect to conditions
   * and sizes.
   */
  double rateFor(Present<?> who, long now) {
    int known = (int) Math.min(count, REMEMBERED);
    if (known == 0) {
      return 0;
    }
    long[] row = who.row();
    int people = who.people();
    int least = who.size().min();
    int most = who.size().max();
    probe.aim(row, 0);
    long suitable = 0;
    for (int other = probe.next(); other != FacetIndex.NONE; other = probe.next()) {
      if (pool.acceptSizes(other, people, least, most)
          && (index.isExact() || pool.conditions().fit(row, 0, other))) {
        suitable += pool.people(other);
      }
    }
    return rate(now) * suitable / known;
  }

  /** Arrivals per microsecond. */
  private double rate(long now) {
    long start = Math.max(now - SPAN, firstTime);
    long first = firstSince(start);
    // If all that are remembered came within the span, it begins with the oldest of them.
    boolean forgotSome = first > 0 && first == count - REMEMBERED;
    long span = now - (forgotSome ? timeOf(first) : start);
    return (count - first) / (double) Math.max(span, SHORTEST_SPAN);
  }

  /** The first of those who are remembered who came at a time or later, by their number. */
  private long firstSince(long time) {
    long first = Math.max(firstOfSpan, count - REMEMBERED);
    while (first < count && timeOf(first) < time) {
      first++;
    }
    return first;
  }

  private long timeOf(long number) {
    return times[(int) (number % REMEMBERED)];
  }
}
