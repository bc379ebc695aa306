package dev.moim.adapter.persistence.notification;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

final class JpaNotifications implements Notifications {
  private static final LatestFirst<NotificationRow> OF_RECIPIENT =
      new LatestFirst<>(
          NotificationRow.class, "from NotificationRow n", "n.recipientId", "n.createdAt", "n.id");

  private final CurrentSession current;

  JpaNotifications(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(List<Notification> notifications) {
    Session session = current.writing();
    notifications.stream().map(NotificationMapper::row).forEach(session::persist);
  }

  @Override
  public Page<Notification> of(MemberId recipient, PageRequest page) {
    List<Notification> found =
        OF_RECIPIENT.rows(current.reading(), recipient.value(), page).stream()
            .map(NotificationMapper::read)
            .toList();
    return Page.of(
        found,
        page.limit(),
        notification -> new Position(notification.createdAt(), notification.id().value()));
  }

  @Override
  public long countUnread(MemberId recipient) {
    return current
        .reading()
        .createSelectionQuery(
            "select count(*) from NotificationRow n"
                + " where n.recipientId = :recipient and n.readAt is null",
            Long.class)
        .setParameter("recipient", recipient.value())
        .getSingleResult();
  }

  @Override
  public void markRead(MemberId recipient, Collection<NotificationId> notifications, Instant at) {
    if (notifications.isEmpty()) {
      return;
    }
    current
        .writing()
        .createMutationQuery(
            "update NotificationRow n set n.readAt = :at"
                + " where n.recipientId = :recipient and n.readAt is null and n.id in :ids")
        .setParameter("at", Instants.stored(at))
        .setParameter("recipient", recipient.value())
        .setParameterList("ids", notifications.stream().map(NotificationId::value).toList())
        .executeUpdate();
  }

  @Override
  public void markAllRead(MemberId recipient, Instant at) {
    current
        .writing()
        .createMutationQuery(
            "update NotificationRow n set n.readAt = :at"
                + " where n.recipientId = :recipient and n.readAt is null")
        .setParameter("at", Instants.stored(at))
        .setParameter("recipient", recipient.value())
        .executeUpdate();
  }

  @Override
  public void removeAllOf(MemberId recipient) {
    current
        .writing()
        .createMutationQuery("delete from NotificationRow n where n.recipientId = :recipient")
        .setParameter("recipient", recipient.value())
        .executeUpdate();
  }
}
