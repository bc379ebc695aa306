package dev.moim.adapter.persistence.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written once and never changed, so it needs no version. */
@Entity
@Immutable
@Table(name = "identities")
@SuppressWarnings("NullAway.Init")
class IdentityRow {
  @Id UUID id;

  @Column(name = "account_key")
  String accountKey;

  String provider;

  String subject;

  @Column(name = "member_id")
  UUID memberId;

  @Column(name = "linked_at")
  Instant linkedAt;
}
