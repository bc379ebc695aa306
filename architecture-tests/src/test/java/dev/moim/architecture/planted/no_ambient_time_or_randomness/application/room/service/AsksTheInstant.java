package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.time.Instant;

@Planted
final class AsksTheInstant {
  Instant value() {
    return Instant.now();
  }
}
