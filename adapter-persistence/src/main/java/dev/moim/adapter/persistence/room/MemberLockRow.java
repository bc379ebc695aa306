package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What {@link MemberLocks} locks. */
@Entity
@Table(name = "seat_claims")
@SuppressWarnings("NullAway.Init")
class MemberLockRow {
  @Id
  @Column(name = "member_id")
  UUID memberId;

  long claims;
}
