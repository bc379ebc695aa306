package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Gives a room up; the right of its host and of admins. */
@FunctionalInterface
public interface CancelRoom {
  /**
   * @param expected the version that the caller has seen; empty to cancel whatever it is
   * @param reason what the members are told, 0–200 code points
   */
  record Command(
      Caller caller, Origin origin, RoomId room, Optional<Version> expected, String reason) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, STALE_VERSION, ROOM_NOT_OPEN,
   *     NOT_THE_HOST, INVALID_INPUT
   */
  void cancel(Command command);
}
