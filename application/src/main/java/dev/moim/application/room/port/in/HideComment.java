package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;

/** Takes a comment's text from sight; the right of the room's host and of admins. */
@FunctionalInterface
public interface HideComment {
  record Command(Caller caller, Origin origin, RoomId room, CommentId comment) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, COMMENT_NOT_FOUND, NOT_THE_HOST
   */
  void hide(Command command);
}
