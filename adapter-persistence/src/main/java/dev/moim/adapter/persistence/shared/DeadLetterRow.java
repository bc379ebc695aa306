package dev.moim.adapter.persistence.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "dead_letters")
@SuppressWarnings("NullAway.Init")
class DeadLetterRow {
  @Embeddable
  record Key(String consumer, @Column(name = "message_id") UUID messageId) {}

  @EmbeddedId Key key;
  long position;

  @Column(name = "message_key")
  String messageKey;

  String type;

  String payload;

  @Column(name = "stored_at")
  Instant storedAt;

  String failure;

  @Column(name = "failed_at")
  Instant failedAt;
}
