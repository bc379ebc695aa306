package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.util.SplittableRandom;

@Planted
final class MakesASplittableRandom {
  SplittableRandom value() {
    return new SplittableRandom();
  }
}
