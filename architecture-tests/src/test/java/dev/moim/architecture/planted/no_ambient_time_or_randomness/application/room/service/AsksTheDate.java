package dev.moim.architecture.planted.no_ambient_time_or_randomness.application.room.service;

import dev.moim.architecture.planted.Planted;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Planted
final class AsksTheDate {
  LocalDate value() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
