package dev.moim.adapter.persistence.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written once: Hibernate never updates it. */
@Entity
@Immutable
@Table(name = "meeting_absences")
@SuppressWarnings("NullAway.Init")
class AbsenceRow {
  @Id UUID id;

  @Column(name = "member_id")
  UUID memberId;

  String category;
  String reason;

  @Column(name = "absent_at")
  Instant at;
}
