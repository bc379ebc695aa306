package dev.moim.adapter.persistence.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notifications")
@SuppressWarnings("NullAway.Init")
class NotificationRow {
  @Id UUID id;

  @Column(name = "recipient_id")
  UUID recipientId;

  String type;

  String arguments;

  String link;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "read_at")
  @Nullable Instant readAt;
}
