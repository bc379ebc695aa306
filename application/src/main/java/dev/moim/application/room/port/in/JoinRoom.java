package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/** Takes a seat in a room. */
@FunctionalInterface
public interface JoinRoom {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, ALREADY_A_MEMBER,
   *     ROOM_FULL
   */
  RoomView join(Command command);
}
