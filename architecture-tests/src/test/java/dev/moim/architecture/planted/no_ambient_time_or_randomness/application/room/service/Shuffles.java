package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.util.Collections;
import java.util.List;

@Planted
final class Shuffles {
  void shuffle(List<String> names) {
    Collections.shuffle(names);
  }
}
