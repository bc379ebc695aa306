package dev.moim.architecture.planted.no_ambient_time_or_randomness.bootstrap.system;

import java.time.Instant;

/** Allowed: the one who provides. */
final class SystemClock {
  Instant now() {
    return Instant.now();
  }
}
