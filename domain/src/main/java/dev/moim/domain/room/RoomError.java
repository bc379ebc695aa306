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
  ROOM_NOT_AVAILABLE(ErrorKind.CONFLICT, "This room is not open to you."),
  REMOVED_FROM_ROOM(ErrorKind.FORBIDDEN, "The host removed you from this room."),
  ROOM_MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such member in this room."),
  HOST_STAYS(ErrorKind.CONFLICT, "The host can't be removed, but may leave."),
  TOO_MANY_REMOVED(ErrorKind.CONFLICT, "No more members can be removed from this room."),
  ALREADY_WAITING(ErrorKind.CONFLICT, "You wait for a seat in this room already."),
  NOT_WAITING(ErrorKind.CONFLICT, "You don't wait for a seat in this room."),
  SEAT_IS_FREE(ErrorKind.CONFLICT, "There is a free seat; nobody has to wait."),
  WAIT_LIST_FULL(ErrorKind.CONFLICT, "Too many wait for a seat in this room."),
  TOO_MANY_ROOMS(
      ErrorKind.CONFLICT, "You are in so many open rooms that you can't be in another one."),
  TOO_MANY_WAITS(
      ErrorKind.CONFLICT, "You wait for seats in so many rooms that you can't wait in another."),
  COMMENT_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such comment in this room."),
  NOT_THE_AUTHOR(ErrorKind.FORBIDDEN, "Only who wrote the comment may do this."),
  COMMENT_HIDDEN(ErrorKind.CONFLICT, "The comment is hidden and can't be changed."),
  TOO_MANY_COMMENTS(ErrorKind.CONFLICT, "You have said as much in this room as anybody may.");

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
