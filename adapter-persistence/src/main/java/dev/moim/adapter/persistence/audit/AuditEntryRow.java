package dev.moim.adapter.persistence.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Written once: Hibernate never updates it. */
@Entity
@Immutable
@Table(name = "audit_entries")
@SuppressWarnings("NullAway.Init")
class AuditEntryRow {
  @Id UUID id;

  @Column(name = "done_at")
  Instant at;

  @Column(name = "actor_id")
  @Nullable UUID actorId;

  String action;

  @Column(name = "subject_kind")
  String subjectKind;

  @Column(name = "subject_id")
  UUID subjectId;

  @Column(name = "member_id")
  @Nullable UUID memberId;

  String address;
  String details;
}
