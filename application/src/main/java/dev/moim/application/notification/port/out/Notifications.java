package dev.moim.application.notification.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What members were told. */
public interface Notifications {
  void add(List<Notification> notifications);

  /** A member's notifications, the latest first. */
  Page<Notification> of(MemberId recipient, PageRequest page);

  long countUnread(MemberId recipient);

  /** Marks those of the recipient's notifications as read that are not yet. */
  void markRead(MemberId recipient, Collection<NotificationId> notifications, Instant at);

  /** Marks all of the recipient's notifications as read that are not yet. */
  void markAllRead(MemberId recipient, Instant at);

  /** Forgets all that the recipient was told. */
  void removeAllOf(MemberId recipient);
}
