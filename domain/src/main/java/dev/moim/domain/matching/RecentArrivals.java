package dev.moim.domain.matching;

/**
 * The latest arrivals in a pool, from which it is told how many who suit somebody are likely to
 * come. It remembers {@link #REMEMBERED} of them; how often somebody comes is taken from those of
 * the last {@link #SPAN} microseconds. Not thread-safe.
 *
 * <p>It tells two things. {@link #rateFor} weighs those who wait against each other: a plain count
 * over time. {@link #expectedFor} is what people are told, and so must know how little a handful of
 * arrivals says: arrivals are a Poisson process, its rate is unknown, and what is believed of it is
 * a gamma distribution. At first that is a prior worth half a person in half an hour, of which the
 * half person leaves open whether one comes a minute or one a day (it is the shape of Jeffreys's
 * prior), and the half hour is a usual patience. Each person who came counts as one, each minute
 * that was watched as a minute, so the prior fades: after three hours it is a seventh of what is
 * known. Where many come it fades sooner, since how many come in all is known long before how many
 * of them suit: then its time is that in which {@link #PRIOR_ARRIVALS} come, so that it supposes
 * that one in eight suits. Half an hour would be as if many had come of whom hardly anybody did.
 * But each minute that was watched takes two of it at the most: a class that comes at once is no
 * crowd that goes on to come. Saying nothing until there is history was the other way; but that
 * nobody has come for an hour is history too, and worth being told.
 */
final class RecentArrivals {
  static final int REMEMBERED = 512;

  /** Three hours, in microseconds: long enough for some arrivals, short enough for one mood. */
  static final long SPAN = 3L * 60 * 60 * 1_000_000;

  /** What the prior is worth: so many people who suit, … */
  static final double PRIOR_PEOPLE = 0.5;

  /** … in so much time at the most: half an hour, in microseconds; … */
  static final long PRIOR_SPAN = 30L * 60 * 1_000_000;

  /** … where many come, in the time in which so many do, whether they suit or not. */
  static final int PRIOR_ARRIVALS = 4;

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

  /** Since when everybody who comes is seen. */
  private long watchedSince = Long.MAX_VALUE;

  /** Whoever came before this one is too long ago, whatever is asked. */
  private long firstOfSpan;

  RecentArrivals(Layout layout) {
    pool = new Pool(layout, new Avoidances(), REMEMBERED);
    index = new FacetIndex(layout, REMEMBERED);
    probe = index.probe();
  }

  /**
   * How often people who suit somebody come, as far as it is known: a gamma distribution.
   *
   * @param people on how many it rests; its shape
   * @param span the time in which so many come, in microseconds; its rate
   */
  record Expected(double people, double span) {
    /** How many are to be expected in a microsecond. */
    double rate() {
      return people / span;
    }
  }

  /** Says that whoever comes from some time on is added. */
  void watchFrom(long time) {
    watchedSince = Math.min(watchedSince, time);
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
      watchFrom(time);
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
    int known = known();
    return known == 0 ? 0 : rate(now) * suitable(who, true) / known;
  }

  /**
   * How many people come, others than somebody, of whom each suits them; what is told of people.
   */
  Expected expectedFor(Present<?> who, long now) {
    int known = known();
    long start = Math.max(now - SPAN, Math.min(now, watchedSince));
    long first = firstSince(start);
    double came = known == 0 ? 0 : (count - first) * (double) suitable(who, false) / known;
    double watched = span(first, start, now);
    double fewArrive = (PRIOR_SPAN + watched) * PRIOR_ARRIVALS / Math.max(count - first, 1);
    // A crowd that comes at once says little of how many will come later.
    double prior =
        Math.clamp(fewArrive, Math.max(0.0, PRIOR_SPAN - 2.0 * (now - start)), PRIOR_SPAN);
    return new Expected(PRIOR_PEOPLE + came, prior + watched);
  }

  private int known() {
    return (int) Math.min(count, REMEMBERED);
  }

  /** How many people suit of those who are remembered. */
  private long suitable(Present<?> who, boolean withThemselves) {
    long[] row = who.row();
    int people = who.people();
    int least = who.size().min();
    int most = who.size().max();
    probe.aim(row, 0);
    long suitable = 0;
    for (int other = probe.next(); other != FacetIndex.NONE; other = probe.next()) {
      if ((withThemselves || !ids[other].equals(who.id()))
          && pool.acceptSizes(other, people, least, most)
          && (index.isExact() || pool.conditions().fit(row, 0, other))) {
        suitable += pool.people(other);
      }
    }
    return suitable;
  }

  /** Arrivals per microsecond. */
  private double rate(long now) {
    long start = Math.max(now - SPAN, firstTime);
    long first = firstSince(start);
    return (count - first) / (double) Math.max(span(first, start, now), SHORTEST_SPAN);
  }

  /** If all that are remembered came within the time from a start, it begins with the oldest. */
  private long span(long first, long start, long now) {
    boolean forgotSome = first > 0 && first == count - REMEMBERED;
    return Math.max(0, now - (forgotSome ? timeOf(first) : start));
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
