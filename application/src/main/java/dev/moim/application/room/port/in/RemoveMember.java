package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;

/** Takes a member's seat, who can't join that room again; the host's right. */
@FunctionalInterface
public interface RemoveMember {
  /**
   * @param reason what the member is told, 0–200 code points
   */
  record Command(Caller caller, RoomId room, MemberId member, String reason) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_THE_HOST,
   *     ROOM_MEMBER_NOT_FOUND, HOST_STAYS, TOO_MANY_REMOVED, INVALID_INPUT
   */
  void remove(Command command);
}
