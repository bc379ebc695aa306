package dev.moim.application.room.port.out;

import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.room.Comment;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.Optional;
import java.util.Set;

/** What was said in rooms, as aggregates, and lists of it. */
public interface Comments {
  Optional<Comment> find(CommentId id);

  /**
   * Stores a comment and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Comment.Snapshot save(Comment comment);

  /**
   * The comments in a room; those that are deleted or by an author who is not heard only while
   * there is an answer to them that is neither. The cost grows with the page, and with what lies
   * left out between.
   *
   * @param unheard whose comments are as good as deleted
   */
  Page<Comment.Snapshot> in(
      RoomId room, Set<MemberId> unheard, ListComments.Sort sort, PageRequest page);

  /** What a member has written and not deleted, the latest first. */
  Page<Comment.Snapshot> by(MemberId author, PageRequest page);

  /**
   * How much a member has said in a room, what was deleted included. To be asked before a comment
   * is saved, in the same write: of two writes that count for one member at the same time, the
   * second waits for the first and counts what it stored, or is refused with a {@link
   * dev.moim.application.shared.ConcurrencyConflict}.
   */
  long count(RoomId room, MemberId author);

  /** Deletes all that a member has written. */
  void deleteAllBy(MemberId author);
}
