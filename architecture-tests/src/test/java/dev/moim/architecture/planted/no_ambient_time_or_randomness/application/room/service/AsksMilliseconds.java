package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;

@Planted
final class AsksMilliseconds {
  long value() {
    return System.currentTimeMillis();
  }
}
