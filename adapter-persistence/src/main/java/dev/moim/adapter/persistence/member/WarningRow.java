package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "warnings")
@SuppressWarnings("NullAway.Init")
class WarningRow extends VersionedRow {
  @Column(name = "member_id")
  UUID memberId;

  @Column(name = "given_by")
  UUID givenBy;

  String reason;

  @Column(name = "given_at")
  Instant givenAt;

  @Column(name = "blocks_until")
  Instant blocksUntil;

  @Column(name = "withdrawn_by")
  @Nullable UUID withdrawnBy;

  @Column(name = "withdrawn_at")
  @Nullable Instant withdrawnAt;
}
