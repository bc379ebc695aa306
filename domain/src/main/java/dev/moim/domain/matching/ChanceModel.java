package dev.moim.domain.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Tells how likely somebody is to be matched, and learns from what then happened.
 *
 * <p>What counts is how many people who suit are expected to come within the time, and how many are
 * needed at the least. The prior is that arrivals are a Poisson process (of which others take a
 * part): matched is who sees as many as are needed. What is observed of others in the same bin of
 * both takes over as it grows; the prior has the weight of {@link #PRIOR} observations. So the
 * chances are calibrated to this pool: of all of whom 0.7 was said, seven in ten are matched.
 *
 * <p>Not thread-safe.
 */
final class ChanceModel {
  /** Horizons for which something is foretold, in minutes. */
  static final int[] MINUTES = {5, 15, 30};

  private static final int BINS = 20;
  private static final int NEEDS = 3;
  private static final double PRIOR = 12;

  /** Of those who suit, this part goes to somebody else who waits as well. */
  private static final double SHARE = 0.75;

  private final double[] seen = new double[BINS * NEEDS];
  private final double[] matched = new double[BINS * NEEDS];

  /** What was foretold for somebody: the cell of the table for each of the {@link #MINUTES}. */
  record Forecast(long since, List<Integer> cells) {}

  /**
   * The probability that somebody is matched.
   *
   * @param expected how many people who suit will come
   * @param needed how many more people their group needs at the least; 1 or more
   */
  double probability(double expected, int needed) {
    double at = place(expected);
    int low = (int) at;
    int high = Math.min(low + 1, BINS - 1);
    double part = at - low;
    double prior = poissonAtLeast(Math.min(needed, NEEDS), expected * SHARE);
    return (1 - part) * posterior(low, needed, prior) + part * posterior(high, needed, prior);
  }

  private double posterior(int bin, int needed, double prior) {
    int cell = cell(bin, needed);
    return (matched[cell] + PRIOR * prior) / (seen[cell] + PRIOR);
  }

  /** What is foretold, to be {@linkplain #learn compared} with what happens. */
  Forecast forecast(long since, double[] expected, int needed) {
    List<Integer> cells =
        Arrays.stream(expected)
            .mapToObj(each -> cell((int) Math.round(place(each)), needed))
            .toList();
    return new Forecast(since, cells);
  }

  /**
   * Learns that somebody was matched, or gave up.
   *
   * @param until when, in microseconds
   */
  void learn(Forecast forecast, long until, boolean wasMatched) {
    for (int i = 0; i < MINUTES.length; i++) {
      boolean within = until - forecast.since <= MINUTES[i] * 60_000_000L;
      seen[forecast.cells.get(i)]++;
      if (wasMatched && within) {
        matched[forecast.cells.get(i)]++;
      }
    }
  }

  private static int cell(int bin, int needed) {
    return (Math.min(needed, NEEDS) - 1) * BINS + bin;
  }

  /** A place on the scale of bins, which is logarithmic: from 1/32 to 32 people. */
  private static double place(double expected) {
    double log = Math.log(Math.max(expected, 1e-9)) / Math.log(2);
    return Math.clamp((log + 5) * (BINS - 1) / 10, 0, BINS - 1);
  }

  private static double poissonAtLeast(int least, double mean) {
    double term = Math.exp(-mean);
    double below = 0;
    for (int k = 0; k < least; k++) {
      below += term;
      term *= mean / (k + 1);
    }
    return 1 - below;
  }
}
