package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Makes a meeting of a room; the host's right. */
@FunctionalInterface
public interface ConfirmRoom {
  /**
   * @param expected the version that the caller has seen; empty to confirm whatever it is
   */
  record Command(Caller caller, RoomId room, Optional<Version> expected) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, STALE_VERSION, ROOM_NOT_OPEN,
   *     NOT_THE_HOST, TOO_FEW_MEMBERS
   */
  MeetingId confirm(Command command);
}
