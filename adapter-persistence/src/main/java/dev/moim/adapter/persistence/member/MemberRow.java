package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "members")
@SuppressWarnings("NullAway.Init")
class MemberRow extends VersionedRow {
  String nickname;

  @Column(name = "nickname_key")
  String nicknameKey;

  String email;

  @Column(name = "email_key")
  String emailKey;

  @Column(name = "password_hash")
  String passwordHash;

  String role;
  String language;

  @Column(name = "joined_at")
  Instant joinedAt;
}
