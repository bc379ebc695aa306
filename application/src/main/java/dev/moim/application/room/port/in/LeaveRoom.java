package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/** Gives a seat up; the host's leaving hands the room on, the last one's leaving cancels it. */
@FunctionalInterface
public interface LeaveRoom {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_A_MEMBER
   */
  void leave(Command command);
}
