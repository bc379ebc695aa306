package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "mailed_links")
@SuppressWarnings("NullAway.Init")
class MailedLinkRow extends VersionedRow {
  @Column(name = "member_id")
  UUID memberId;

  String purpose;

  String address;

  @Column(name = "token_hash")
  String tokenHash;

  @Column(name = "expires_at")
  Instant expiresAt;

  boolean used;
}
