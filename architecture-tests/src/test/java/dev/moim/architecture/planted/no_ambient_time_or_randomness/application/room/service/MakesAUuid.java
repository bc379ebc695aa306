package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.util.UUID;

@Planted
final class MakesAUuid {
  UUID value() {
    return UUID.randomUUID();
  }
}
