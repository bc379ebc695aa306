package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/** Waits for a seat no longer, or declines the one that is kept. */
@FunctionalInterface
public interface StopWaiting {
  record Command(Caller caller, RoomId room) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_WAITING
   */
  void stop(Command command);
}
