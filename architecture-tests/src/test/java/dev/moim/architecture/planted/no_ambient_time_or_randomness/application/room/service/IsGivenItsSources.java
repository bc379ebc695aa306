package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import java.time.Clock;
import java.time.Instant;
import java.util.SplittableRandom;

/** Allowed: what decides the result is passed in. */
record IsGivenItsSources(Clock clock, long seed) {
  Instant now() {
    return Instant.now(clock);
  }

  SplittableRandom random() {
    return new SplittableRandom(seed);
  }
}
