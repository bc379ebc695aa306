package dev.moim.application.room.service;

import dev.moim.application.room.port.out.Comments;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Comments in rooms, as far as they can be reported. */
final class ReportableComments implements ReportableContent {
  private final Comments comments;
  private final RoomStore rooms;
  private final CommentService service;
  private final Transactions transactions;

  ReportableComments(
      Comments comments, RoomStore rooms, CommentService service, Transactions transactions) {
    this.comments = comments;
    this.rooms = rooms;
    this.service = service;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return "COMMENT";
  }

  @Override
  public Optional<Seen> seenBy(MemberId viewer, UUID id) {
    return transactions
        .read(() -> comments.find(new CommentId(id)).filter(comment -> isHeard(comment, viewer)))
        .map(Comment::snapshot)
        .filter(comment -> comment.state() == CommentState.VISIBLE)
        .map(comment ->
            new Seen(comment.author(), "/rooms/" + comment.room(), Map.of("text", comment.text())));
  }

  /** What a manager could read besides, nobody reports. */
  private boolean isHeard(Comment comment, MemberId viewer) {
    Room.Snapshot room = rooms.get(comment.snapshot().room()).snapshot();
    return service.isHeard(comment, Caller.plain(viewer), room);
  }

  @Override
  public void hide(UUID id, MemberId by, Origin origin, String reason) {
    transactions.writeOnly(() ->
        comments
            .find(new CommentId(id))
            .filter(comment -> comment.snapshot().state() == CommentState.VISIBLE)
            .ifPresent(comment -> service.hide(comment, by, origin, reason)));
  }
}
