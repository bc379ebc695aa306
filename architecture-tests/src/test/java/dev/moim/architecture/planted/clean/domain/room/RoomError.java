package dev.moim.architecture.planted.clean.domain.room;

import dev.moim.architecture.planted.clean.domain.shared.ErrorCode;

/** Refusals about rooms. */
public enum RoomError implements ErrorCode {
  ROOM_FULL
}
