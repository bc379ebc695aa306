package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.RoomId;

/** Takes a comment of one's own back; one that was answered leaves its place. */
@FunctionalInterface
public interface DeleteComment {
  record Command(Caller caller, RoomId room, CommentId comment) {}

  /**
   * @throws dev.moim.domain.shared.DomainException COMMENT_NOT_FOUND, NOT_THE_AUTHOR
   */
  void delete(Command command);
}
