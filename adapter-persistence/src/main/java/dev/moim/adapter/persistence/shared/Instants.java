package dev.moim.adapter.persistence.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The precision of stored instants: microseconds, what every supported database keeps. Finer parts
 * are cut off, never rounded, so that a stored instant is never later than the one it was made
 * from.
 */
public final class Instants {
  private Instants() {}

  public static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
