package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "rooms")
@SuppressWarnings("NullAway.Init")
class RoomRow extends VersionedRow {
  @Column(name = "host_id")
  UUID hostId;

  String title;
  String description;
  String category;

  @Column(name = "match_condition")
  String condition;

  @Column(name = "meets_at")
  Instant meetsAt;

  int capacity;
  boolean anonymous;

  @Column(name = "seats_given")
  int seatsGiven;

  /** Follows from capacity and seats; a column, so that lists can ask for it. */
  @Column(name = "has_free_seat")
  boolean hasFreeSeat;

  String status;

  boolean hidden;

  @Column(name = "opened_at")
  Instant openedAt;

  /** Loaded in one statement with a room, and in one for all rooms of a page. */
  @ElementCollection
  @CollectionTable(name = "seats", joinColumns = @JoinColumn(name = "room_id"))
  @OrderBy("seatNumber")
  @BatchSize(size = 101)
  Set<SeatRow> seats = new LinkedHashSet<>();
}
