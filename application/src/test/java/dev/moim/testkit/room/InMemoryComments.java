package dev.moim.testkit.room;

import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comments on an {@link InMemoryStore}. */
public final class InMemoryComments implements Comments {
  private final InMemoryStore.Table<CommentId, Comment.Snapshot> comments;
  private final InMemoryStore.Table<MemberId, Counted> counted;

  public InMemoryComments(InMemoryStore store) {
    counted = store.table(Counted::author);
    comments = store.table(Comment.Snapshot::id);
  }

  @Override
  public Optional<Comment> find(CommentId id) {
    return comments.find(id).map(Comment::restore);
  }

  @Override
  public Comment.Snapshot save(Comment comment) {
    return comments.save(comment.snapshot(), Comment.Snapshot::version, Comment.Snapshot::stored);
  }

  @Override
  public Page<Comment.Snapshot> in(
      RoomId room, Set<MemberId> unheard, ListComments.Sort sort, PageRequest page) {
    List<Comment.Snapshot> all =
        comments.all().stream().filter(comment -> comment.room().equals(room)).toList();
    Set<CommentId> heard =
        all.stream()
            .filter(comment -> isThere(comment) && !unheard.contains(comment.author()))
            .flatMap(comment -> Stream.concat(Stream.of(comment.id()), comment.parent().stream()))
            .collect(Collectors.toSet());
    Stream<Comment.Snapshot> listed = all.stream().filter(comment -> heard.contains(comment.id()));
    return switch (sort) {
      case OLDEST -> Pages.earliestFirst(listed, InMemoryComments::position, page);
      case NEWEST -> Pages.latestFirst(listed, InMemoryComments::position, page);
    };
  }

  private static boolean isThere(Comment.Snapshot comment) {
    return comment.state() != CommentState.DELETED;
  }

  @Override
  public Page<Comment.Snapshot> by(MemberId author, PageRequest page) {
    return Pages.latestFirst(
        comments.all().stream()
            .filter(comment -> comment.author().equals(author) && isThere(comment)),
        InMemoryComments::position,
        page);
  }

  private static Position position(Comment.Snapshot comment) {
    return new Position(comment.writtenAt(), comment.id().value());
  }

  /** How often one's comments were counted; that it changes is what makes two counts collide. */
  private record Counted(MemberId author, long times) {}

  @Override
  public long count(RoomId room, MemberId author) {
    counted.put(new Counted(author, counted.find(author).map(Counted::times).orElse(0L) + 1));
    return comments.all().stream()
        .filter(comment -> comment.room().equals(room) && comment.author().equals(author))
        .count();
  }

  @Override
  public void deleteAllBy(MemberId author) {
    comments.all().stream()
        .filter(comment -> comment.author().equals(author) && isThere(comment))
        .forEach(snapshot -> {
          Comment comment = Comment.restore(snapshot);
          comment.delete(author);
          save(comment);
        });
  }
}
