package dev.moim.adapter.persistence.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a consumer has handled an event; {@link JpaInbox} notes it in SQL. */
@Entity
@Immutable
@Table(name = "inbox_events")
@SuppressWarnings("NullAway.Init")
class InboxRow {
  @Embeddable
  record Key(String consumer, @Column(name = "event_id") UUID eventId) {}

  @EmbeddedId Key key;

  @Column(name = "handled_at")
  Instant handledAt;
}
