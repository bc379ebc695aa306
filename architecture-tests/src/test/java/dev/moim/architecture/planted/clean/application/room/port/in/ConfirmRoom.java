package dev.moim.architecture.planted.clean.application.room.port.in;

import dev.moim.architecture.planted.clean.domain.shared.RoomId;

/** A use case. */
@FunctionalInterface
public interface ConfirmRoom {
  RoomView confirm(RoomId room);
}
