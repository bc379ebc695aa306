package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a pool works.
 *
 * @param waiting how many requests wait
 * @param oldest for how long the oldest of those has waited that this program knows
 * @param openGroups how many groups this program knows that may still change
 * @param timeToMatch how long half of the people waited at most who got a group within the last
 *     hour; empty if nobody did
 * @param decisions what was decided last, the latest first
 */
public record PoolInspection(
    CategoryKey category,
    long waiting,
    Optional<Duration> oldest,
    int openGroups,
    LastHour lastHour,
    Optional<Duration> timeToMatch,
    List<Decided> decisions) {
  public PoolInspection {
    decisions = List.copyOf(decisions);
  }

  /**
   * What has happened within the last hour, to the minute. People are counted, except for the
   * steps.
   *
   * @param arrived who began to wait
   * @param matched who got a group or a seat, or was asked about one
   * @param expired who waited in vain
   * @param lost how many steps were given up because somebody had changed meanwhile
   */
  public record LastHour(int arrived, int matched, int expired, int lost) {}

  /** What was decided about some people. */
  public enum Kind {
    FORMED,
    CHANGED,
    CLOSED,
    DISSOLVED,
    EXPIRED
  }

  /**
   * Something that was decided.
   *
   * @param people how many it is about
   * @param cause why, if it is about a group
   * @param ended why, if a request waited in vain
   */
  public record Decided(
      Instant at, Kind kind, int people, Optional<Cause> cause, Optional<EndReason> ended) {}
}
