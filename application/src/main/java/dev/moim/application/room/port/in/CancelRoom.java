package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Gives a room up; the host's right. */
@FunctionalInterface
public interface CancelRoom {
  /**
   * @param expected the version that the caller has seen; empty to cancel whatever it is
   */
  record Command(Caller caller, RoomId room, Optional<Version> expected) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, STALE_VERSION, ROOM_NOT_OPEN,
   *     NOT_THE_HOST
   */
  void cancel(Command command);
}
