package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;

/** Makes a meeting of a room; the host's right. */
@FunctionalInterface
public interface ConfirmRoom {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_THE_HOST,
   *     TOO_FEW_MEMBERS
   */
  MeetingId confirm(Command command);
}
