package dev.moim.testkit.shared;

import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. */
public final class SettableClock implements Clock {
  /** Where each clock starts: a morning in Seoul, with microseconds that no store may lose. */
  public static final Instant START = Instant.parse("2026-03-02T00:00:00.123456Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant now() {
    return now.get();
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  public Instant advance(Duration duration) {
    return now.updateAndGet(before -> before.plus(duration));
  }
}
