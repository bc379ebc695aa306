package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/**
 * Waits for a seat of a full room, in order of arrival. A seat that becomes free is kept for the
 * first for some time, who takes it by {@link JoinRoom}, then for the next.
 */
@FunctionalInterface
public interface WaitForSeat {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     REMOVED_FROM_ROOM, ALREADY_WAITING, SEAT_IS_FREE, WAIT_LIST_FULL, ROOM_NOT_AVAILABLE,
   *     TOO_MANY_WAITS
   */
  RoomView queue(Command command);
}
