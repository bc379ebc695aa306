package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * A list of what belongs to somebody, the latest first, read page by page from where the last one
 * ended: from an index over owner, instant and identifier, at the cost of the page.
 *
 * @param from HQL up to the conditions, such as {@code from NotificationRow n}
 * @param owner path of the owner's identifier, such as {@code n.recipientId}
 * @param at path of the instant that orders the list
 * @param id path of the identifier that orders what has the same instant
 */
public record LatestFirst<R>(Class<R> type, String from, String owner, String at, String id) {
  /** One row more than the page has, if there is one. */
  public List<R> rows(Session session, UUID ownerId, PageRequest page) {
    // The owner stands in the order only to let every database see that the index has that order.
    String order =
        " order by " + owner + ", " + at + " desc, " + id + " desc" + Limit.of(page.limit() + 1);
    SelectionQuery<R> query =
        page.after().isPresent()
            ? session.createSelectionQuery(from + mine() + beyond() + order, type)
            : session.createSelectionQuery(from + mine() + order, type);
    page.after().ifPresent(position -> bind(query, position));
    return query.setParameter("owner", ownerId).getResultList();
  }

  private String mine() {
    return " where " + owner + " = :owner";
  }

  private String beyond() {
    return (" and " + at + " <= :at and (" + at + " < :at or " + id + " < :id)");
  }

  private static void bind(SelectionQuery<?> query, Position position) {
    query.setParameter("at", position.at()).setParameter("id", position.id());
  }
}
