package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.security.SecureRandom;

@Planted
final class MakesASecureRandom {
  SecureRandom value() {
    return new SecureRandom();
  }
}
