package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init")
class SessionRow extends VersionedRow {
  @Column(name = "member_id")
  UUID memberId;

  @Column(name = "token_hash")
  String tokenHash;

  @Column(name = "replaced_hash")
  @Nullable String replacedHash;

  @Column(name = "replaced_at")
  @Nullable Instant replacedAt;

  @Column(name = "answered_again")
  boolean answeredAgain;

  @Column(name = "origin_address")
  String originAddress;

  @Column(name = "origin_device")
  String originDevice;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  boolean ended;
}
