package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;

@Planted
final class AsksNanoseconds {
  long value() {
    return System.nanoTime();
  }
}
