package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
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

  /** Null if the member agreed to none. */
  @Nullable String relaxations;

  @Column(name = "fill_rooms")
  boolean fillRooms;

  /** Null unless it is a companion's. */
  @Column(name = "leader_id")
  @Nullable UUID leaderId;

  String status;

  @Column(name = "end_reason")
  @Nullable String endReason;

  @Column(name = "proposal_id")
  @Nullable UUID proposalId;

  @Column(name = "meeting_id")
  @Nullable UUID meetingId;

  @Column(name = "room_id")
  @Nullable UUID roomId;

  /** Null if there is no room, or the seat is not known any more. */
  @Column(name = "room_seat")
  @Nullable Integer roomSeat;

  @Column(name = "open_until")
  @Nullable Instant openUntil;

  /** Unique while the request is live, null afterwards; see {@link MatchRequestMapper#liveKey}. */
  @Column(name = "live_key")
  @Nullable String liveKey;

  /** Loaded in one statement with the request. */
  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.JOIN)
  @CollectionTable(name = "match_invitations", joinColumns = @JoinColumn(name = "request_id"))
  @OrderBy("place")
  @BatchSize(size = 101)
  Set<InvitationRow> invitations = new LinkedHashSet<>();
}
