package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.util.concurrent.ThreadLocalRandom;

@Planted
final class UsesTheThreadsRandom {
  int value() {
    return ThreadLocalRandom.current().nextInt(2);
  }
}
