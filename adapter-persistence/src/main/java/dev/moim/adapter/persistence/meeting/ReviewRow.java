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
@Table(name = "meeting_reviews")
@SuppressWarnings("NullAway.Init")
class ReviewRow {
  @Id UUID id;

  @Column(name = "meeting_id")
  UUID meetingId;

  @Column(name = "reviewer_id")
  UUID reviewerId;

  @Column(name = "reviewed_id")
  UUID reviewedId;

  /** Null for somebody who is said not to have come. */
  @Nullable Integer stars;

  @Column(name = "written_at")
  Instant writtenAt;
}
