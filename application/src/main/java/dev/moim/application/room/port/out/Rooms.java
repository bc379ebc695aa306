package dev.moim.application.room.port.out;

import dev.moim.domain.room.Room;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rooms, as aggregates. */
public interface Rooms {
  Optional<Room> find(RoomId id);

  /** What some of the rooms are called; those that do not exist are left out. */
  List<Heading> headings(Collection<RoomId> rooms);

  /**
   * What a room is called.
   *
   * @param hidden whether its texts are hidden, from all but its host and managers
   */
  record Heading(RoomId id, String title, MemberId host, boolean hidden) {}

  /** Open rooms whose meeting time has passed by then, oldest first. */
  List<RoomId> overdue(Instant now, int limit);

  /**
   * Open and confirmed rooms in which an offer of a seat is over by then, the one that is over
   * longest first.
   */
  List<RoomId> withOffersOver(Instant now, int limit);

  /**
   * Open rooms in which the member has a seat, and those and confirmed ones in which the member
   * waits for one.
   */
  List<RoomId> openWith(MemberId member);

  /** Rooms of any status from which the host removed the member. */
  List<RoomId> removedFrom(MemberId member);

  /**
   * Stores a room and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Room.Snapshot save(Room room);
}
