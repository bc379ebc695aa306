package dev.moim.testkit.shared;

import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers used values in a map, until their time is over. */
public final class InMemoryUsedOnce implements UsedOnce {
  private final Map<String, Instant> until = new HashMap<>();
  private final Clock clock;

  public InMemoryUsedOnce(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean firstUse(String value, Duration memory) {
    Instant now = clock.now();
    until.values().removeIf(end -> !now.isBefore(end));
    return until.putIfAbsent(value, now.plus(memory)) == null;
  }
}
