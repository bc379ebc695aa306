package dev.moim.application.room.service;

import java.time.Duration;

/**
 * What an operator may set about rooms.
 *
 * @param offer for how long a seat that became free is kept for somebody who waits
 */
public record RoomSettings(Duration offer) {
  /** 10 minutes. */
  public static final RoomSettings DEFAULT = new RoomSettings(Duration.ofMinutes(10));

  public RoomSettings {
    if (!offer.isPositive()) {
      throw new IllegalArgumentException("a seat is kept for some time: " + offer);
    }
  }
}
