package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Locked by who counts a member's seats or comments, so that those who do it at the same time
 * follow each other.
 */
@Entity
@Table(name = "seat_claims")
@SuppressWarnings("NullAway.Init")
class SeatClaimRow {
  @Id
  @Column(name = "member_id")
  UUID memberId;

  long claims;
}
