package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init")
class SessionRow extends VersionedRow {
  @Column(name = "member_id")
  UUID memberId;

  @Column(name = "token_hash")
  String tokenHash;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  boolean ended;
}
