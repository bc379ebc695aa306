package dev.moim.domain.member;

import java.time.Duration;
import java.time.Instant;

/**
 * How guessing is slowed down: some attempts are free, and each further one makes the next wait
 * twice as long, up to a longest delay; so nobody is ever locked out for good. Attempts are
 * forgotten after a while without any.
 *
 * @param free how many attempts need not wait
 * @param first the delay after the last free one
 * @param longest the delay grows no further
 * @param memory after how long without an attempt all is forgotten
 */
public record Backoff(int free, Duration first, Duration longest, Duration memory) {
  private static final int MOST_DOUBLINGS = 20;

  public Backoff {
    if (free < 1
        || !first.isPositive()
        || longest.compareTo(first) < 0
        || memory.compareTo(longest) <= 0) {
      throw new IllegalArgumentException("delays grow from the first to the longest");
    }
  }

  /**
   * What is remembered of attempts.
   *
   * @param count how many there were
   * @param last when the last one was
   * @param lastBefore when the one before it was, or itself if there was none
   */
  public record Attempts(int count, Instant last, Instant lastBefore) {
    public Attempts(int count, Instant last) {
      this(count, last, last);
    }

    /** One attempt less: as if it had never been, so that it neither delays nor is remembered. */
    public Attempts without() {
      return new Attempts(Math.max(0, count - 1), lastBefore);
    }
  }

  /** One attempt more; {@code now} may be a little before the last one, where two attempts race. */
  public Attempts counted(Attempts before, Instant now) {
    if (before.count == 0 || isForgotten(before, now)) {
      return new Attempts(1, now);
    }
    Instant last = now.isBefore(before.last) ? before.last : now;
    return new Attempts(before.count + 1, last, before.last);
  }

  /**
   * How long one must still wait after these attempts; zero if the next one is free, and never more
   * than the longest delay, whatever the clock says.
   */
  public Duration untilNext(Attempts before, Instant now) {
    if (before.count < free || isForgotten(before, now)) {
      return Duration.ZERO;
    }
    Duration delay = first.multipliedBy(1L << Math.min(before.count - free, MOST_DOUBLINGS));
    Duration whole = delay.compareTo(longest) < 0 ? delay : longest;
    Instant from = now.isBefore(before.last) ? now : before.last;
    Instant next = from.plus(whole);
    return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
  }

  public boolean isForgotten(Attempts before, Instant now) {
    return !now.isBefore(before.last.plus(memory));
  }
}
