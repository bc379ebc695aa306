package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.RoomId;
import java.util.Optional;

/** Says something in a room in which one has a seat, open or confirmed and not hidden. */
@FunctionalInterface
public interface WriteComment {
  /**
   * @param parent the comment that is answered, not an answer itself
   * @param text 1–1,000 code points
   */
  record Command(Caller caller, RoomId room, Optional<CommentId> parent, String text) {}

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND, ROOM_NOT_OPEN, NOT_A_MEMBER,
   *     INVALID_INPUT, TOO_MANY_COMMENTS
   */
  CommentView write(Command command);
}
