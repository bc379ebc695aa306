package dev.moim.domain.room;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a member says in a room, or an answer to it; answers are not answered themselves. Its author
 * edits and deletes it, the host and admins hide it, and managers do when it is reported. What is
 * deleted keeps its place but not its text; what is hidden keeps its text for its author and
 * managers.
 *
 * <p>Not thread-safe: each transaction restores an instance of its own, and the repository refuses
 * to save a stale one.
 */
public final class Comment {
  private static final int LONGEST = 1_000;

  private final CommentId id;
  private final RoomId room;
  private final MemberId author;
  private final int seat;
  private final Optional<CommentId> parent;
  private final Instant writtenAt;
  private final Version version;
  private final List<RoomEvent> events = new ArrayList<>();
  private String text;
  private Optional<Instant> editedAt;
  private CommentState state;

  private Comment(Snapshot state) {
    id = state.id;
    room = state.room;
    author = state.author;
    seat = state.seat;
    parent = state.parent;
    text = state.text;
    writtenAt = state.writtenAt;
    editedAt = state.editedAt;
    this.state = state.state;
    version = state.version;
  }

  /**
   * A new comment.
   *
   * @param seat the author's, by whose number others know the author in an anonymous room
   * @param notice of the room, and who is told
   * @param text 1–1,000 code points
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT
   */
  public static Comment write(
      CommentId id, Seat seat, RoomEvent.Notice notice, String text, Instant now) {
    Comment comment = begin(id, seat, notice.room(), Optional.empty(), text, now);
    comment.events.add(new RoomEvent.CommentWritten(notice, id, seat.member(), seat.number(), now));
    return comment;
  }

  /**
   * An answer to this comment.
   *
   * @param notice of the room, to the author of this comment, who is not told of their own answer
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT, also if this is an answer or gone
   */
  public Comment answer(
      CommentId answer, Seat seat, RoomEvent.Notice notice, String text, Instant now) {
    if (parent.isPresent()) {
      throw SharedError.invalid("/parentId", "ANSWER_TO_AN_ANSWER");
    }
    if (state != CommentState.VISIBLE || !room.equals(notice.room())) {
      throw SharedError.invalid("/parentId", "UNKNOWN_COMMENT");
    }
    Comment comment = begin(answer, seat, room, Optional.of(id), text, now);
    List<MemberId> told = author.equals(seat.member()) ? List.of() : List.of(author);
    comment.events.add(
        new RoomEvent.CommentAnswered(notice.to(told), answer, seat.member(), seat.number(), now));
    return comment;
  }

  private static Comment begin(
      CommentId id, Seat seat, RoomId room, Optional<CommentId> parent, String text, Instant now) {
    return new Comment(
        new Snapshot(
            id,
            room,
            seat.member(),
            seat.number(),
            parent,
            checked(text),
            now,
            Optional.empty(),
            CommentState.VISIBLE,
            Version.NEW));
  }

  /** The comment as stored; raises no event. */
  public static Comment restore(Snapshot state) {
    return new Comment(state);
  }

  /**
   * Says something else instead.
   *
   * @throws dev.moim.domain.shared.DomainException COMMENT_NOT_FOUND, NOT_THE_AUTHOR,
   *     COMMENT_HIDDEN, INVALID_INPUT
   */
  public void edit(MemberId by, String changed, Instant now) {
    requireAuthor(by);
    if (state == CommentState.HIDDEN) {
      throw RoomError.COMMENT_HIDDEN.exception();
    }
    text = checked(changed);
    editedAt = Optional.of(now);
  }

  /**
   * Takes it back.
   *
   * @throws dev.moim.domain.shared.DomainException COMMENT_NOT_FOUND, NOT_THE_AUTHOR
   */
  public void delete(MemberId by) {
    requireAuthor(by);
    text = "";
    editedAt = Optional.empty();
    state = CommentState.DELETED;
  }

  /**
   * Takes its text from sight; what is hidden or deleted stays as it is. Whether that may be done
   * is for the caller to see to.
   *
   * @param address from where
   */
  public void hide(MemberId by, String address, String reason, Instant now) {
    if (state == CommentState.VISIBLE) {
      state = CommentState.HIDDEN;
      events.add(new RoomEvent.CommentHidden(room, id, author, by, address, reason, now));
    }
  }

  private void requireAuthor(MemberId by) {
    if (state == CommentState.DELETED) {
      throw RoomError.COMMENT_NOT_FOUND.exception();
    }
    if (!author.equals(by)) {
      throw RoomError.NOT_THE_AUTHOR.exception();
    }
  }

  private static String checked(String text) {
    return Checks.text(text, 1, LONGEST, "text");
  }

  public Snapshot snapshot() {
    return new Snapshot(id, room, author, seat, parent, text, writtenAt, editedAt, state, version);
  }

  /** The events since the last call, in order. */
  public List<RoomEvent> pullEvents() {
    List<RoomEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a comment.
   *
   * @param seat the author's when it was written
   * @param parent what it answers; empty if nothing
   * @param text empty if it is deleted
   */
  public record Snapshot(
      CommentId id,
      RoomId room,
      MemberId author,
      int seat,
      Optional<CommentId> parent,
      String text,
      Instant writtenAt,
      Optional<Instant> editedAt,
      CommentState state,
      Version version) {
    /** As it would look if it were deleted: for whoever is not to hear its author. */
    public Snapshot silenced() {
      return new Snapshot(
          id,
          room,
          author,
          seat,
          parent,
          "",
          writtenAt,
          Optional.empty(),
          CommentState.DELETED,
          version.next());
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id, room, author, seat, parent, text, writtenAt, editedAt, state, version.next());
    }
  }
}
