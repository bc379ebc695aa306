package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "match_requests")
@SuppressWarnings("NullAway.Init")
class MatchRequestRow extends VersionedRow {
  @Column(name = "member_id")
  UUID memberId;

  String category;

  @Column(name = "match_condition")
  String condition;

  @Column(name = "size_min")
  int sizeMin;

  @Column(name = "size_max")
  int sizeMax;

  @Column(name = "submitted_at")
  Instant submittedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  String status;

  @Column(name = "meeting_id")
  @Nullable UUID meetingId;

  /** Unique while the request waits, null afterwards; see {@link MatchRequestMapper#liveKey}. */
  @Column(name = "live_key")
  @Nullable String liveKey;
}
