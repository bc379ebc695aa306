package dev.moim.adapter.persistence.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Written once: Hibernate never updates it. */
@Entity
@Immutable
@Table(name = "score_entries")
@SuppressWarnings("NullAway.Init")
class ScoreEntryRow {
  @Id UUID id;

  @Column(name = "member_id")
  UUID memberId;

  String category;

  @Column(name = "meeting_id")
  @Nullable UUID meetingId;

  String reason;
  int points;

  @Column(name = "entered_at")
  Instant at;

  @Column(name = "once_key")
  String once;
}
