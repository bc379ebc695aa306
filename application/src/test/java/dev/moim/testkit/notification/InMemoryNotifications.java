package dev.moim.testkit.notification;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notifications on an {@link InMemoryStore}. */
public final class InMemoryNotifications implements Notifications {
  private final InMemoryStore.Table<NotificationId, Notification> notifications;

  public InMemoryNotifications(InMemoryStore store) {
    notifications = store.table(Notification::id);
  }

  @Override
  public void add(List<Notification> added) {
    added.forEach(notifications::put);
  }

  @Override
  public Page<Notification> of(MemberId recipient, PageRequest page) {
    return Pages.latestFirst(
        ownOf(recipient),
        notification -> new Position(notification.createdAt(), notification.id().value()),
        page);
  }

  @Override
  public long countUnread(MemberId recipient) {
    return unreadOf(recipient).count();
  }

  @Override
  public void markRead(MemberId recipient, Collection<NotificationId> wanted, Instant at) {
    unreadOf(recipient)
        .filter(notification -> wanted.contains(notification.id()))
        .forEach(notification -> notifications.put(read(notification, at)));
  }

  @Override
  public void markAllRead(MemberId recipient, Instant at) {
    unreadOf(recipient).forEach(notification -> notifications.put(read(notification, at)));
  }

  @Override
  public void removeAllOf(MemberId recipient) {
    ownOf(recipient).forEach(notification -> notifications.remove(notification.id()));
  }

  private Stream<Notification> ownOf(MemberId recipient) {
    return notifications.all().stream()
        .filter(notification -> notification.recipient().equals(recipient));
  }

  private Stream<Notification> unreadOf(MemberId recipient) {
    return ownOf(recipient).filter(notification -> notification.readAt().isEmpty());
  }

  private static Notification read(Notification unread, Instant at) {
    return new Notification(
        unread.id(),
        unread.recipient(),
        unread.type(),
        unread.arguments(),
        unread.link(),
        unread.createdAt(),
        Optional.of(at));
  }
}
