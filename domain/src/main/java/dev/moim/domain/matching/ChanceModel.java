package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how likely somebody is to be matched, and learns from what then happened.
 *
 * <p>What counts is how many people who suit are expected to come within the time, and how many are
 * needed at the least. The prior is that arrivals are a Poisson process (of which others take a
 * part) whose rate is known as well as what it rests on allows ({@link
 * RecentArrivals#expectedFor}), so that their number is distributed as a negative binomial: matched
 * is who sees as many as are needed. What was observed of others in the same cell of a table of
 * both takes over as it grows. At last, what it would tell of those of whom that is known is
 * compared with what came of it, and the like is shifted by the difference; so the chances are
 * calibrated to this pool: of all of whom 0.7 was said, seven in ten are matched.
 *
 * <p>Not thread-safe.
 */
final class ChanceModel {
  /** Horizons for which something is foretold, in minutes. */
  static final int[] MINUTES = {5, 15, 30};

  private static final int BINS = 20;
  private static final int NEEDS = 3;
  private static final int LEVELS = 10;

  /** As many observations the prior counts for. */
  private static final double PRIOR = 6;

  /**
   * As many the belief that no shift is needed: more, since the table has learned from the same
   * people, and what it has put right is not to be put right twice.
   */
  private static final double NO_SHIFT = 30;

  /** Of those who suit, others who wait as well leave this part. */
  private static final double SHARE = 0.85;

  private static final double MICROS_A_MINUTE = 60_000_000;

  private final Tally[] cells = tallies(MINUTES.length * BINS * NEEDS);
  private final Tally[] levels = tallies(MINUTES.length * LEVELS);

  /** How often something was foretold, what was told in all, and how often it came true. */
  private static final class Tally {
    private int count;
    private double told;
    private int cameTrue;

    void add(double probability, boolean isTrue) {
      count++;
      told += probability;
      cameTrue += isTrue ? 1 : 0;
    }
  }

  private static Tally[] tallies(int count) {
    Tally[] tallies = new Tally[count];
    for (int i = 0; i < count; i++) {
      tallies[i] = new Tally();
    }
    return tallies;
  }

  /**
   * What is to be expected within one of the {@link #MINUTES}.
   *
   * @param people how many people who suit will come
   * @param restsOn on how many people who came it rests how many will
   * @param needed how many more people the group needs at the least; 1 or more
   */
  record Prospect(double people, double restsOn, int needed) {}

  /** What was expected for somebody at a time, to be {@linkplain #learn learned} from. */
  record Forecast(long since, List<Prospect> prospects) {}

  /** The probabilities that somebody is matched within each of the {@link #MINUTES}; ascending. */
  List<Double> probabilities(List<Prospect> prospects) {
    var told = new ArrayList<Double>();
    double least = 0;
    for (int horizon = 0; horizon < MINUTES.length; horizon++) {
      double probability = unshifted(horizon, prospects.get(horizon));
      Tally like = levels[level(horizon, probability)];
      double shift = (like.cameTrue - like.told) / (like.count + NO_SHIFT);
      // What was learned need not grow with the time, but the chance does.
      least = Math.max(least, Math.clamp(probability + shift, 0, 1));
      told.add(least);
    }
    return told;
  }

  private double unshifted(int horizon, Prospect prospect) {
    double place = place(prospect.people);
    int low = (int) place;
    int high = Math.min(low + 1, BINS - 1);
    double part = place - low;
    double prior =
        atLeast(Math.min(prospect.needed, NEEDS), prospect.people * SHARE, prospect.restsOn);
    return (1 - part) * posterior(cells[cell(horizon, low, prospect.needed)], prior)
        + part * posterior(cells[cell(horizon, high, prospect.needed)], prior);
  }

  private static double posterior(Tally tally, double prior) {
    return (tally.cameTrue + PRIOR * prior) / (tally.count + PRIOR);
  }

  /**
   * Learns that somebody was matched, or gave up.
   *
   * @param until when, in microseconds
   */
  void learn(Forecast forecast, long until, boolean wasMatched) {
    for (int horizon = 0; horizon < MINUTES.length; horizon++) {
      boolean isTrue = wasMatched && until - forecast.since <= MINUTES[horizon] * MICROS_A_MINUTE;
      Prospect prospect = forecast.prospects.get(horizon);
      int bin = (int) Math.round(place(prospect.people));
      // Not what was told then: the table may have put that right since.
      double told = unshifted(horizon, prospect);
      cells[cell(horizon, bin, prospect.needed)].add(told, isTrue);
      levels[level(horizon, told)].add(told, isTrue);
    }
  }

  private static int cell(int horizon, int bin, int needed) {
    return (horizon * NEEDS + Math.min(needed, NEEDS) - 1) * BINS + bin;
  }

  private static int level(int horizon, double probability) {
    return horizon * LEVELS + Math.min((int) (probability * LEVELS), LEVELS - 1);
  }

  /** A place on the scale of bins, which is logarithmic: from 1/32 to 32 people. */
  private static double place(double people) {
    double log = Math.log(Math.max(people, 1e-9)) / Math.log(2);
    return Math.clamp((log + 5) * (BINS - 1) / 10, 0, BINS - 1);
  }

  /**
   * How likely a number of events is, or a greater one, if it has a Poisson distribution whose mean
   * has a gamma distribution: a negative binomial one.
   *
   * @param shape of the gamma distribution; the greater, the better the mean is known
   */
  private static double atLeast(int least, double mean, double shape) {
    double term = Math.exp(-shape * Math.log1p(mean / shape));
    double below = 0;
    for (int k = 0; k < least; k++) {
      below += term;
      term *= (shape + k) / (shape + mean) * mean / (k + 1);
    }
    return 1 - below;
  }
}
