package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

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

  /** Follows from capacity, seats and offers, whatever the status; lists ask for both. */
  @Column(name = "has_free_seat")
  boolean notFull;

  String status;

  @Column(name = "cancel_reason")
  String cancelReason;

  /** What is kept of the room in {@code room_facets}. */
  @Column(name = "facet_index")
  String facetIndex = "";

  boolean hidden;

  /** The first end of an offer; null while no seat is offered. */
  @Column(name = "offer_ends_at")
  @Nullable Instant offerEndsAt;

  /** How many wait; of a room where nobody does the wait list is never read. */
  @Column(name = "waiting_count")
  int waitingCount;

  /** How many were removed; of a room where nobody was the removals are never read. */
  @Column(name = "removed_count")
  int removedCount;

  @Column(name = "opened_at")
  Instant openedAt;

  /** Loaded in one statement with a room, and in one for all rooms of a page. */
  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.JOIN)
  @CollectionTable(name = "seats", joinColumns = @JoinColumn(name = "room_id"))
  @OrderBy("seatNumber")
  @BatchSize(size = 101)
  Set<SeatRow> seats = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "room_waiting", joinColumns = @JoinColumn(name = "room_id"))
  @MapKeyColumn(name = "member_id")
  @BatchSize(size = 101)
  Map<UUID, WaitingRow> waiting = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "room_removals", joinColumns = @JoinColumn(name = "room_id"))
  @MapKeyColumn(name = "member_id")
  @BatchSize(size = 101)
  Map<UUID, RemovalRow> removals = new HashMap<>();
}
