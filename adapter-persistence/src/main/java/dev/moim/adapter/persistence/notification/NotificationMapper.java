package dev.moim.adapter.persistence.notification;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.TextMapJson;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.util.Optional;

final class NotificationMapper {
  private NotificationMapper() {}

  static NotificationRow row(Notification notification) {
    NotificationRow row = new NotificationRow();
    row.id = notification.id().value();
    row.recipientId = notification.recipient().value();
    row.type = notification.type().name();
    row.arguments = TextMapJson.write(notification.arguments());
    row.link = notification.link();
    row.createdAt = Instants.stored(notification.createdAt());
    row.readAt = notification.readAt().map(Instants::stored).orElse(null);
    return row;
  }

  static Notification read(NotificationRow row) {
    return new Notification(
        new NotificationId(row.id),
        new MemberId(row.recipientId),
        NotificationType.valueOf(row.type),
        TextMapJson.read(row.arguments),
        row.link,
        row.createdAt,
        Optional.ofNullable(row.readAt));
  }
}
