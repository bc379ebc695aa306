package dev.moim.bootstrap.system;

import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time, in whole microseconds: what every database keeps exactly. */
final class SystemClock implements Clock {
  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
