package dev.moim.adapter.persistence.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "outbox_messages")
@SuppressWarnings("NullAway.Init")
class OutboxMessageRow {
  @Id long position;
  UUID id;

  @Column(name = "message_key")
  String key;

  String type;

  String payload;

  @Column(name = "stored_at")
  Instant storedAt;
}
