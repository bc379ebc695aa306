package dev.moim.domain.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When somebody is not matched for a while: so many absences within some time pause them, from the
 * last of these on.
 *
 * @param absences 1 to 100
 * @param within at most a year
 * @param pause at most a year
 */
public record PauseRule(int absences, Duration within, Duration pause) {
  private static final Duration LONGEST = Duration.ofDays(366);

  public PauseRule {
    if (absences < 1 || absences > 100) {
      throw new IllegalArgumentException("a pause takes 1 to 100 absences: " + absences);
    }
    if (!isBounded(within) || !isBounded(pause)) {
      throw new IllegalArgumentException(
          "a pause, and the time within which absences count, are above zero and at most 366 days");
    }
  }

  private static boolean isBounded(Duration duration) {
    return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
  }

  /** Absences before this no longer matter. */
  public Instant relevantSince(Instant now) {
    return now.minus(within).minus(pause);
  }

  /**
   * Until when these absences pause; empty if they don't, or no longer.
   *
   * @param absent the instants of all that matter, the latest first
   */
  public Optional<Instant> until(List<Instant> absent, Instant now) {
    for (int last = 0; last + absences <= absent.size(); last++) {
      Instant first = absent.get(last + absences - 1);
      if (!first.plus(within).isBefore(absent.get(last))) {
        return Optional.of(absent.get(last).plus(pause)).filter(now::isBefore);
      }
    }
    return Optional.empty();
  }
}
