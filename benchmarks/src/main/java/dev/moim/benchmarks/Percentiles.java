package dev.moim.benchmarks;

import java.util.stream.LongStream;

/** Times in nanoseconds, and what share of them is how short. */
final class Percentiles {
  private final long[] sorted;

  Percentiles(LongStream nanos) {
    sorted = nanos.sorted().toArray();
  }

  LongStream stream() {
    return LongStream.of(sorted);
  }

  int count() {
    return sorted.length;
  }

  /**
   * The time within which a share of them is.
   *
   * @param share 0–1
   * @return 0 if there are none
   */
  long nanos(double share) {
    int at = (int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
    return sorted.length == 0 ? 0 : sorted[Math.max(at, 0)];
  }

  /** The same in milliseconds, for a table. */
  String millis(double share) {
    return sorted.length == 0 ? "–" : "%,.1f".formatted(nanos(share) / 1e6);
  }
}
