package dev.moim.domain.room;

import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;

/** Refusals about rooms. */
public enum RoomError implements ErrorCode {
  ROOM_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such room."),
  ROOM_FULL(ErrorKind.CONFLICT, "The room has no free seat."),
  ROOM_NOT_OPEN(ErrorKind.CONFLICT, "The room is not open any more."),
  ALREADY_A_MEMBER(ErrorKind.CONFLICT, "You are a member of this room already."),
  NOT_A_MEMBER(ErrorKind.CONFLICT, "You are not a member of this room."),
  NOT_THE_HOST(ErrorKind.FORBIDDEN, "Only the host of the room may do this."),
  TOO_FEW_MEMBERS(ErrorKind.CONFLICT, "A room needs at least two members to be confirmed."),
  ROOM_NOT_AVAILABLE(ErrorKind.CONFLICT, "This room is not open to you.");

  private final ErrorKind kind;
  private final String title;

  RoomError(ErrorKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
