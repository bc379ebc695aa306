package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/** Shows one room. */
@FunctionalInterface
public interface ViewRoom {
  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND
   */
  RoomView view(Caller caller, RoomId room);
}
