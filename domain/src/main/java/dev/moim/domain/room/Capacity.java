package dev.moim.domain.room;

import dev.moim.domain.shared.Checks;

/** How many members a room may hold, host included: 2 to 20. */
public record Capacity(int seats) {
  public static final Capacity SMALLEST = new Capacity(2);

  public Capacity {
    Checks.inRange(seats, 2, 20, "capacity");
  }

  public boolean allows(int members) {
    return members <= seats;
  }
}
