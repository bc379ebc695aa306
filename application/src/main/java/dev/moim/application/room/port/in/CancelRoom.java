package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/** Gives a room up; the host's right. */
@FunctionalInterface
public interface CancelRoom {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_THE_HOST
   */
  void cancel(Command command);
}
