package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "meetings")
@SuppressWarnings("NullAway.Init")
class MeetingRow extends VersionedRow {
  String category;

  String agreed;

  String source;

  /** Null unless the source is a room. */
  @Column(name = "room_id")
  @Nullable UUID roomId;

  /** Null unless somebody invited the others. */
  @Column(name = "host_id")
  @Nullable UUID hostId;

  @Column(name = "starts_at")
  @Nullable Instant startsAt;

  @Column(name = "formed_at")
  Instant formedAt;

  String status;

  boolean reminded;

  int reviews;

  /** Null unless something is left to be done about it. */
  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.JOIN)
  @CollectionTable(name = "meeting_members", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderBy("place")
  @BatchSize(size = 101)
  Set<MeetingMemberRow> members = new LinkedHashSet<>();
}
