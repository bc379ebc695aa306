package dev.moim.application.matching.port.in;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one policy served those who arrived. People are counted, parties in full, unless it is said
 * otherwise.
 *
 * @param policy its name
 * @param matched how many were in a group at the end
 * @param groups how many groups there were at the end, by their number of people
 * @param timeToMatch how long people waited until they were in a group for the first time; those
 *     who never were have waited for all of their patience
 * @param waits the same of those who were matched, ascending
 * @param relaxed how many of the matched asked for less by then than at first
 * @param moved how often somebody who was in a group changed over to another one
 * @param bound how many could have been matched at the very most in groups of people who wait at
 *     the same moment, known only afterwards; if it was asked for. A policy that lets people join
 *     after the first member would have given up may reach a little more
 * @param narrowness how those fared who are hard to place, and those who are not
 * @param forecasts how good the chances were that people were told when they began to wait
 */
public record Simulation(
    String policy,
    int people,
    int matched,
    NavigableMap<Integer, Integer> groups,
    Quantiles timeToMatch,
    List<Duration> waits,
    int relaxed,
    int moved,
    Optional<Integer> bound,
    Narrowness narrowness,
    List<Forecast> forecasts) {
  public Simulation {
    groups = Collections.unmodifiableNavigableMap(new TreeMap<>(groups));
    waits = List.copyOf(waits);
    forecasts = List.copyOf(forecasts);
  }

  /** The share of the people who were matched; 0 if there were none. */
  public double rate() {
    return share(matched, people);
  }

  /** People per group; 0 if there were none. */
  public double meanSize() {
    return share(matched, groups.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** What part of the bound was reached; 1 if nothing was possible. */
  public Optional<Double> ratioToBound() {
    return bound.map(most -> most == 0 ? 1 : share(matched, most));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Half, 19 of 20 and 99 of 100 people wait no longer than this. */
  public record Quantiles(Duration p50, Duration p95, Duration p99) {}

  /**
   * What became of those whom fewer others suit, and those whom more do.
   *
   * @param tenths of the requests, the narrowest first: those whom the fewest of all requests suit
   * @param median the tenth in the middle, from the 45th to the 55th of 100
   */
  public record Narrowness(List<Part> tenths, Part median) {
    public Narrowness {
      tenths = List.copyOf(tenths);
    }

    /** Some of the requests: how many people they are, and how these fared. */
    public record Part(int people, int matched, Duration p95) {
      public double rate() {
        return share(matched, people);
      }
    }

    /**
     * How many times as long the narrowest tenth waits as the median one, at the 95th percentile;
     * empty if the median one does not wait.
     */
    public Optional<Double> ratio() {
      return median.p95.isPositive()
          ? Optional.of((double) tenths.getFirst().p95.toMillis() / median.p95.toMillis())
          : Optional.empty();
    }
  }

  /**
   * The chances to be matched within some time, as told to everybody who was not matched at once,
   * and what came of it. Requests are counted, not people.
   *
   * @param told how many were told a chance
   * @param brier mean of the squared differences between chance and outcome (Brier 1950): 0 is
   *     perfect, 0.25 what one half for everybody would give
   * @param coverage share of those who were told a chance in a bin whose mean chance lies within
   *     the 95 % interval (Wilson 1927) of what was observed
   * @param bins ten of equal width; those of whom nobody was told are left out
   */
  public record Forecast(Duration within, int told, double brier, double coverage, List<Bin> bins) {
    public Forecast {
      bins = List.copyOf(bins);
    }
  }

  /**
   * Everybody who was told about the same chance.
   *
   * @param from least chance of the bin
   * @param chance the mean of what they were told
   * @param observed the share of them who were matched in time
   * @param low of the interval around {@code observed}
   * @param high of the interval around {@code observed}
   */
  public record Bin(
      double from, int told, double chance, double observed, double low, double high) {
    /** Whether what was told is compatible with what was observed. */
    public boolean isCovered() {
      return low <= chance && chance <= high;
    }
  }
}
