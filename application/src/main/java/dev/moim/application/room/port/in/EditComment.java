package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Changes a comment of one's own, in a room where one may still say something. */
@FunctionalInterface
public interface EditComment {
  /**
   * @param expected the version that the caller has seen; empty to edit whatever it is
   * @param text 1–1,000 code points
   */
  record Command(
      Caller caller, RoomId room, CommentId comment, Optional<Version> expected, String text) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, COMMENT_NOT_FOUND,
   *     STALE_VERSION, NOT_THE_AUTHOR, COMMENT_HIDDEN, ROOM_NOT_OPEN, NOT_A_MEMBER, INVALID_INPUT
   */
  CommentView edit(Command command);
}
