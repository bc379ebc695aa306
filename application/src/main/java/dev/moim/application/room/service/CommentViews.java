package dev.moim.application.room.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.room.port.in.CommentView;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows comments to members, and hides who wrote them where the room is anonymous. */
final class CommentViews {
  private final NameMembers nameMembers;

  CommentViews(NameMembers nameMembers) {
    this.nameMembers = nameMembers;
  }

  CommentView of(Comment.Snapshot comment, Room.Snapshot room, Caller viewer) {
    return of(List.of(comment), room, viewer).getFirst();
  }

  /** All views with one look-up of names. */
  List<CommentView> of(List<Comment.Snapshot> comments, Room.Snapshot room, Caller viewer) {
    Set<MemberId> authors =
        comments.stream().map(Comment.Snapshot::author).collect(Collectors.toSet());
    Map<MemberId, String> names = nameMembers.names(authors);
    return comments.stream().map(comment -> view(comment, room, viewer, names)).toList();
  }

  private static CommentView view(
      Comment.Snapshot comment, Room.Snapshot room, Caller viewer, Map<MemberId, String> names) {
    boolean readable =
        comment.state() != CommentState.HIDDEN
            || viewer.is(comment.author())
            || viewer.isAtLeast(Role.MANAGER);
    return new CommentView(
        comment.id(),
        comment.state() == CommentState.DELETED
            ? Optional.empty()
            : Optional.of(author(comment, room, viewer, names)),
        comment.parent(),
        readable ? comment.text() : "",
        comment.state(),
        comment.writtenAt(),
        comment.editedAt(),
        comment.version());
  }

  private static RoomView.Person author(
      Comment.Snapshot comment, Room.Snapshot room, Caller viewer, Map<MemberId, String> names) {
    MemberId author = comment.author();
    boolean me = viewer.is(author);
    boolean open = RoomViews.showsMember(room, author, viewer);
    Optional<MemberId> shown = open || me ? Optional.of(author) : Optional.empty();
    return new RoomView.Person(
        shown, shown.map(names::get), comment.seat(), room.isHost(author), me);
  }
}
