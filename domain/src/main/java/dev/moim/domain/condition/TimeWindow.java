package dev.moim.domain.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A time during which somebody is free, from (included) to (excluded), and how long they want to
 * meet at the least. Two windows meet where they overlap for as long as both want; the window
 * itself is never shorter than that, which makes the meet associative. Times count to the
 * microsecond.
 *
 * @param leastOverlap positive, at most the window's length
 */
public record TimeWindow(Instant from, Instant to, Duration leastOverlap)
    implements MatchCondition {
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public TimeWindow {
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "a window lies in the years 0 to 9999: " + from + "/" + to);
    }
    from = from.truncatedTo(ChronoUnit.MICROS);
    to = to.truncatedTo(ChronoUnit.MICROS);
    leastOverlap = leastOverlap.plus(MICROSECOND).minusNanos(1).truncatedTo(ChronoUnit.MICROS);
    if (!leastOverlap.isPositive()) {
      throw new IllegalArgumentException("the least overlap is positive: " + leastOverlap);
    }
    if (Duration.between(from, to).compareTo(leastOverlap) < 0) {
      throw new IllegalArgumentException(
          "a window is at least as long as its least overlap: " + from + "/" + to);
    }
  }

  @Override
  public Optional<MatchCondition> meet(MatchCondition other) {
    if (!(other instanceof TimeWindow that)) {
      return Optional.empty();
    }
    Instant start = from.isAfter(that.from) ? from : that.from;
    Instant end = to.isBefore(that.to) ? to : that.to;
    Duration least =
        leastOverlap.compareTo(that.leastOverlap) > 0 ? leastOverlap : that.leastOverlap;
    return Duration.between(start, end).compareTo(least) < 0
        ? Optional.empty()
        : Optional.of(new TimeWindow(start, end, least));
  }

  @Override
  public Set<String> values() {
    return Set.of();
  }

  @Override
  public Map<String, Object> plain() {
    return Map.of("from", from, "to", to, "leastOverlap", leastOverlap.toString());
  }
}
