package dev.moim.application.room.service;

import dev.moim.application.room.port.in.CommentView;
import dev.moim.application.room.port.in.DeleteComment;
import dev.moim.application.room.port.in.EditComment;
import dev.moim.application.room.port.in.HideComment;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.room.Seat;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said in rooms. */
final class CommentService {
  /** How much one member may say in a room; to delete it makes no room for more. */
  private static final int MOST_OF_ONE = 500;

  private final RoomStore store;
  private final Comments comments;
  private final CommentViews views;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  CommentService(
      RoomStore store,
      Comments comments,
      CommentViews views,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.comments = comments;
    this.views = views;
    this.transactions = transactions;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  CommentView write(WriteComment.Command command) {
    Caller caller = command.caller();
    return transactions.write(() -> {
      Room.Snapshot room = store.get(command.room()).snapshot();
      Seat seat = room.seatToSpeakFrom(caller.id());
      Comment comment =
          command
              .parent()
              .map(parent -> answer(parent, caller, seat, room, command.text()))
              .orElseGet(() -> comment(caller, seat, room, command.text()));
      if (comments.count(room.id(), caller.id()) >= MOST_OF_ONE) {
        throw RoomError.TOO_MANY_COMMENTS.because("most", MOST_OF_ONE);
      }
      return views.of(save(comment), room, caller);
    });
  }

  private Comment comment(Caller caller, Seat seat, Room.Snapshot room, String text) {
    Set<MemberId> unheard = unheardBy(caller, room);
    List<MemberId> others =
        room.seats().stream()
            .map(Seat::member)
            .filter(one -> !one.equals(seat.member()) && !unheard.contains(one))
            .toList();
    return Comment.write(newId(), seat, room.notice(others), text, clock.now());
  }

  private Comment answer(
      CommentId parent, Caller caller, Seat seat, Room.Snapshot room, String text) {
    Comment answered =
        comments
            .find(parent)
            .filter(comment -> isHeard(comment, caller, room))
            .orElseThrow(() -> SharedError.invalid("/parentId", "UNKNOWN_COMMENT"));
    RoomEvent.Notice notice = room.notice(List.of(answered.snapshot().author()));
    return answered.answer(newId(), seat, notice, text, clock.now());
  }

  private CommentId newId() {
    return new CommentId(ids.next());
  }

  CommentView edit(EditComment.Command command) {
    Caller caller = command.caller();
    return transactions.write(() -> {
      Room.Snapshot room = store.get(command.room()).snapshot();
      Comment comment = find(room, command.comment(), caller);
      Version present = comment.snapshot().version();
      if (command.expected().filter(seen -> !seen.equals(present)).isPresent()) {
        throw SharedError.STALE_VERSION.exception();
      }
      comment.edit(caller.id(), command.text(), clock.now());
      room.seatToSpeakFrom(caller.id());
      return views.of(save(comment), room, caller);
    });
  }

  void delete(DeleteComment.Command command) {
    transactions.writeOnly(() -> {
      Room.Snapshot room = store.get(command.room()).snapshot();
      Comment comment = find(room, command.comment(), command.caller());
      comment.delete(command.caller().id());
      save(comment);
    });
  }

  void hide(HideComment.Command command) {
    Caller caller = command.caller();
    transactions.writeOnly(() -> {
      Room.Snapshot room = store.get(command.room()).snapshot();
      if (!room.isHost(caller.id()) && !caller.isAtLeast(Role.ADMIN)) {
        throw RoomError.NOT_THE_HOST.exception();
      }
      hide(find(room, command.comment(), caller), caller.id(), command.origin(), "");
    });
  }

  void hide(Comment comment, MemberId by, Origin origin, String reason) {
    comment.hide(by, origin.address(), reason, clock.now());
    save(comment);
  }

  Page<CommentView> list(Caller caller, RoomId id, ListComments.Sort sort, PageRequest page) {
    return transactions.read(() -> {
      Room.Snapshot room = store.get(id).snapshot();
      if (!RoomViews.isReadable(room, caller)) {
        return new Page<>(List.of(), Optional.empty());
      }
      Set<MemberId> unheard = caller.isAtLeast(Role.MANAGER) ? Set.of() : unheardBy(caller, room);
      Page<Comment.Snapshot> found = comments.in(id, unheard, sort, page);
      List<Comment.Snapshot> heard =
          found.items().stream()
              .map(comment -> unheard.contains(comment.author()) ? comment.silenced() : comment)
              .toList();
      return new Page<>(views.of(heard, room, caller), found.next());
    });
  }

  /**
   * Who says nothing to a member in a room, nor the member to them, without either being told. A
   * host speaks to all and hears all: it is the host who sees to order there. And who is not shown
   * to the member is heard: who falls silent after a block would be known.
   */
  private Set<MemberId> unheardBy(Caller member, Room.Snapshot room) {
    return room.isHost(member.id())
        ? Set.of()
        : store.apartFrom(member.id()).stream()
            .filter(other -> !room.isHost(other))
            .filter(other -> RoomViews.showsMember(room, other, member))
            .collect(Collectors.toSet());
  }

  /** Whether the caller may know what was said. */
  boolean isHeard(Comment comment, Caller caller, Room.Snapshot room) {
    MemberId author = comment.snapshot().author();
    return caller.is(author)
        || caller.isAtLeast(Role.MANAGER)
        || (RoomViews.isReadable(room, caller) && !unheardBy(caller, room).contains(author));
  }

  private Comment find(Room.Snapshot room, CommentId id, Caller caller) {
    return comments
        .find(id)
        .filter(comment -> comment.snapshot().room().equals(room.id()))
        .filter(comment -> isHeard(comment, caller, room))
        .orElseThrow(RoomError.COMMENT_NOT_FOUND::exception);
  }

  private Comment.Snapshot save(Comment comment) {
    Comment.Snapshot stored = comments.save(comment);
    outbox.append(comment.pullEvents());
    return stored;
  }
}
