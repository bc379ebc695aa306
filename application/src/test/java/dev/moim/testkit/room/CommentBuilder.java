package dev.moim.testkit.room;

import dev.moim.domain.room.Comment;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Optional;

/** Builds a comment that was never stored and of which only what matters is named. */
public final class CommentBuilder {
  private final RoomId room;
  private MemberId author = Samples.memberId();
  private int seat = 1;
  private Optional<CommentId> parent = Optional.empty();
  private String text = "Where do we meet?";
  private Instant writtenAt = SettableClock.START;
  private Optional<Instant> editedAt = Optional.empty();
  private CommentState state = CommentState.VISIBLE;

  private CommentBuilder(RoomId room) {
    this.room = room;
  }

  public static CommentBuilder aComment(RoomId room) {
    return new CommentBuilder(room);
  }

  public CommentBuilder author(MemberId member, int number) {
    author = member;
    seat = number;
    return this;
  }

  public CommentBuilder answerTo(CommentId comment) {
    parent = Optional.of(comment);
    return this;
  }

  public CommentBuilder text(String words) {
    text = words;
    return this;
  }

  public CommentBuilder writtenAt(Instant instant) {
    writtenAt = instant;
    return this;
  }

  public CommentBuilder editedAt(Instant instant) {
    editedAt = Optional.of(instant);
    return this;
  }

  public CommentBuilder hidden() {
    state = CommentState.HIDDEN;
    return this;
  }

  public CommentBuilder deleted() {
    state = CommentState.DELETED;
    text = "";
    return this;
  }

  public Comment.Snapshot build() {
    return new Comment.Snapshot(
        Samples.commentId(),
        room,
        author,
        seat,
        parent,
        text,
        writtenAt,
        editedAt,
        state,
        Version.NEW);
  }
}
