package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is null together is the person that was erased, and the block of who is not blocked. */
@Entity
@Table(name = "members")
@SuppressWarnings("NullAway.Init")
class MemberRow extends VersionedRow {
  @Nullable String nickname;

  @Column(name = "nickname_key")
  @Nullable String nicknameKey;

  @Nullable String email;

  @Column(name = "email_key")
  @Nullable String emailKey;

  @Column(name = "email_verified")
  boolean emailVerified;

  @Column(name = "password_hash")
  @Nullable String passwordHash;

  @Nullable String language;

  @Column(name = "time_zone")
  @Nullable String timeZone;

  @Column(name = "picture_tag")
  @Nullable String pictureTag;

  String role;

  @Column(name = "joined_at")
  Instant joinedAt;

  @Column(name = "blocked_until")
  @Nullable Instant blockedUntil;

  @Column(name = "block_reason")
  @Nullable String blockReason;

  @Column(name = "withdrawn_at")
  @Nullable Instant withdrawnAt;
}
