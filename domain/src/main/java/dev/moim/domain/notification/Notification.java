package dev.moim.domain.notification;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something a member is told, as it was when it happened. A value.
 *
 * @param arguments what its text speaks of, by name, such as {@code title} or {@code nickname}
 * @param link the path of the resource it is about, such as {@code /rooms/…}
 * @param readAt empty until read
 */
public record Notification(
    NotificationId id,
    MemberId recipient,
    NotificationType type,
    Map<String, String> arguments,
    String link,
    Instant createdAt,
    Optional<Instant> readAt) {
  public Notification {
    arguments = Map.copyOf(arguments);
  }

  public Notification withArguments(Map<String, String> others) {
    return new Notification(id, recipient, type, others, link, createdAt, readAt);
  }
}
