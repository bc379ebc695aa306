package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.Limit;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.SelectionQuery;

final class JpaComments implements Comments {
  private static final String THERE = "c.state <> '" + CommentState.DELETED + "'";

  private final CurrentSession current;
  private final MemberLocks locks;
  private final AggregateRows<CommentRow> rows;

  JpaComments(CurrentSession current) {
    this.current = current;
    locks = new MemberLocks(current);
    rows = new AggregateRows<>(current, CommentRow.class, CommentRow::new);
  }

  @Override
  public Optional<Comment> find(CommentId id) {
    return rows.find(id.value()).map(JpaComments::read).map(Comment::restore);
  }

  @Override
  public Comment.Snapshot save(Comment comment) {
    Comment.Snapshot state = comment.snapshot();
    CommentRow stored = rows.save(state.id().value(), state.version(), row -> write(state, row));
    return read(stored);
  }

  @Override
  public Page<Comment.Snapshot> in(
      RoomId room, Set<MemberId> unheard, ListComments.Sort sort, PageRequest page) {
    String heard = THERE + (unheard.isEmpty() ? "" : " and c.authorId not in :unheard");
    SelectionQuery<CommentRow> select =
        select(
            "from CommentRow c where c.roomId = :owner and ("
                + heard
                + " or exists (select 1 from CommentRow a where a.parentId = c.id and "
                + heard.replace("c.", "a.")
                + "))"
                + order(sort, page),
            room.value(),
            page);
    if (!unheard.isEmpty()) {
      select.setParameterList("unheard", unheard.stream().map(MemberId::value).toList());
    }
    return page(select, page);
  }

  /** The owner stands in the order only to let every database see the index's order. */
  private static String order(ListComments.Sort sort, PageRequest page) {
    return switch (sort) {
      case OLDEST -> beyond(page, ">") + " order by c.roomId, c.writtenAt, c.id";
      case NEWEST -> beyond(page, "<") + " order by c.roomId desc, c.writtenAt desc, c.id desc";
    };
  }

  @Override
  public Page<Comment.Snapshot> by(MemberId author, PageRequest page) {
    return page(
        select(
            "from CommentRow c where c.authorId = :owner and "
                + THERE
                + beyond(page, "<")
                + " order by c.authorId, c.writtenAt desc, c.id desc",
            author.value(),
            page),
        page);
  }

  private static String beyond(PageRequest page, String way) {
    return page.after().isEmpty()
        ? ""
        : " and c.writtenAt %1$s= :at and (c.writtenAt %1$s :at or c.id %1$s :id)".formatted(way);
  }

  private SelectionQuery<CommentRow> select(String query, Object owner, PageRequest page) {
    SelectionQuery<CommentRow> select =
        current
            .reading()
            .createSelectionQuery(query + Limit.of(page.limit() + 1), CommentRow.class)
            .setParameter("owner", owner);
    page.after()
        .ifPresent(
            position -> select.setParameter("at", position.at()).setParameter("id", position.id()));
    return select;
  }

  private static Page<Comment.Snapshot> page(SelectionQuery<CommentRow> select, PageRequest page) {
    List<Comment.Snapshot> found = select.getResultList().stream().map(JpaComments::read).toList();
    return Page.of(
        found, page.limit(), comment -> new Position(comment.writtenAt(), comment.id().value()));
  }

  @Override
  public long count(RoomId room, MemberId author) {
    locks.take(Set.of(author.value()));
    return current
        .writing()
        .createSelectionQuery(
            "select count(*) from CommentRow c where c.authorId = :author and c.roomId = :room",
            Long.class)
        .setParameter("author", author.value())
        .setParameter("room", room.value())
        .getSingleResult();
  }

  @Override
  public void deleteAllBy(MemberId author) {
    current
        .writing()
        .createMutationQuery(
            "update versioned CommentRow c set c.state = :deleted, c.text = '', c.editedAt = null"
                + " where c.authorId = :author and "
                + THERE)
        .setParameter("deleted", CommentState.DELETED.name())
        .setParameter("author", author.value())
        .executeUpdate();
  }

  private static void write(Comment.Snapshot comment, CommentRow row) {
    row.roomId = comment.room().value();
    row.authorId = comment.author().value();
    row.seat = comment.seat();
    row.parentId = comment.parent().map(CommentId::value).orElse(null);
    row.text = comment.text();
    row.writtenAt = Instants.stored(comment.writtenAt());
    row.editedAt = comment.editedAt().map(Instants::stored).orElse(null);
    row.state = comment.state().name();
  }

  private static Comment.Snapshot read(CommentRow row) {
    return new Comment.Snapshot(
        new CommentId(row.id()),
        new RoomId(row.roomId),
        new MemberId(row.authorId),
        row.seat,
        Optional.ofNullable(row.parentId).map(CommentId::new),
        row.text,
        row.writtenAt,
        Optional.ofNullable(row.editedAt),
        CommentState.valueOf(row.state),
        row.version());
  }
}
