package dev.moim.adapter.persistence.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written once and never changed, so it needs no version. */
@Entity
@Immutable
@Table(name = "personal_blocks")
@SuppressWarnings("NullAway.Init")
class PersonalBlockRow {
  @Embeddable
  record Key(
      @Column(name = "member_id") UUID memberId, @Column(name = "blocked_id") UUID blockedId) {}

  @EmbeddedId Key key;

  @Column(name = "blocked_at")
  Instant blockedAt;
}
