package dev.moim.adapter.web.limits;

import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long one waits in a queue for a turn: all the time that is allowed while the queue takes up a
 * burst. One that has not been empty for that long is no burst: it makes everybody wait and nobody
 * come sooner, so from then on those who come wait a tenth of it, until it has been empty again
 * (the adaptive time-outs of Maurer, "Fail at Scale", ACM Queue 13 (8), 2015). Thread-safe.
 */
final class QueuePatience {
  private static final int LESS = 10;

  private final Duration longest;
  private final Clock clock;
  private volatile Instant emptyAt = Instant.EPOCH;

  QueuePatience(Duration longest, Clock clock) {
    this.longest = longest;
    this.clock = clock;
  }

  /** Of somebody who comes now, and finds the queue empty or not. */
  Duration now(boolean empty) {
    Instant now = clock.now();
    if (empty || now.isBefore(emptyAt)) {
      emptyAt = now;
    }
    return now.isBefore(emptyAt.plus(longest)) ? longest : longest.dividedBy(LESS);
  }
}
