package dev.moim.adapter.persistence.moderation;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "reports")
@SuppressWarnings("NullAway.Init")
class ReportRow extends VersionedRow {
  @Column(name = "reporter_id")
  UUID reporterId;

  @Column(name = "subject_kind")
  String subjectKind;

  @Column(name = "subject_id")
  UUID subjectId;

  @Column(name = "author_id")
  UUID authorId;

  String link;
  String texts;
  String reason;
  int place;

  @Column(name = "reported_at")
  Instant reportedAt;

  /** {@link ReportMapper#OPEN}, or the outcome. */
  String status;

  @Column(name = "decided_by")
  @Nullable UUID decidedBy;

  @Nullable String note;

  @Column(name = "decided_at")
  @Nullable Instant decidedAt;

  /** Unique while the report is open, null afterwards. */
  @Column(name = "open_key")
  @Nullable String openKey;

  /** Unique while the report is open, null afterwards. */
  @Column(name = "place_key")
  @Nullable String placeKey;
}
