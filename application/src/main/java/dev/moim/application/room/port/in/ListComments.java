package dev.moim.application.room.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;

/**
 * Lists what was said in a room, answers among the rest. A deleted comment is listed as long as
 * there is an answer to it. Of a hidden room only the host and managers see any. What members say
 * of whom one has blocked the other looks to them as if it were deleted; not what the host says,
 * nor to the host or to managers.
 */
@FunctionalInterface
public interface ListComments {
  /** In which order comments are listed. */
  enum Sort {
    /** As they were written. */
    OLDEST,
    /** The latest first: an answer before what it answers. */
    NEWEST
  }

  /**
   * @throws dev.moim.domain.shared.DomainException ROOM_NOT_FOUND
   */
  Page<CommentView> list(Caller caller, RoomId room, Sort sort, PageRequest page);
}
