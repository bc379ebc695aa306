package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.util.Random;

@Planted
final class MakesARandom {
  Random value() {
    return new Random(1);
  }
}
