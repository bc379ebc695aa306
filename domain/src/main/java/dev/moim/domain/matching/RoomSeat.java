package dev.moim.domain.matching;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.RoomId;

/**
 * A seat in a room that was taken for somebody who looked for company.
 *
 * @param number the seat's; one that is taken later in the same room has a higher one. 0 if it is
 *     not known any more
 */
public record RoomSeat(RoomId room, int number) {
  public RoomSeat {
    Checks.inRange(number, 0, Integer.MAX_VALUE, "number");
  }

  /** Whether it is, or was taken before, the seat of that number. */
  public boolean isUpTo(RoomId one, int seat) {
    return room.equals(one) && number <= seat;
  }
}
