package dev.moim.testkit.room;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rooms, and lists of them, on an {@link InMemoryStore}. */
public final class InMemoryRooms implements Rooms, RoomList {
  private final InMemoryStore.Table<RoomId, Room.Snapshot> rooms;

  public InMemoryRooms(InMemoryStore store) {
    rooms = store.table(Room.Snapshot::id);
  }

  @Override
  public Optional<Room> find(RoomId id) {
    return rooms.find(id).map(Room::restore);
  }

  @Override
  public List<RoomId> overdue(Instant now, int limit) {
    return rooms.all().stream()
        .filter(room -> room.status() == RoomStatus.OPEN)
        .filter(room -> !room.details().meetsAt().isAfter(now))
        .sorted(Comparator.comparing(room -> room.details().meetsAt()))
        .limit(limit)
        .map(Room.Snapshot::id)
        .toList();
  }

  @Override
  public Room.Snapshot save(Room room) {
    return rooms.save(room.snapshot(), Room.Snapshot::version, Room.Snapshot::stored);
  }

  @Override
  public Page<Room.Snapshot> page(ListRooms.Query query) {
    Stream<Room.Snapshot> wanted = rooms.all().stream().filter(matching(query));
    return switch (query.sort()) {
      case SOONEST ->
          Pages.earliestFirst(
              wanted,
              room -> new Position(room.details().meetsAt(), room.id().value()),
              query.page());
      case NEWEST ->
          Pages.latestFirst(
              wanted, room -> new Position(room.openedAt(), room.id().value()), query.page());
    };
  }

  private static Predicate<Room.Snapshot> matching(ListRooms.Query query) {
    return room ->
        query.category().map(room.details().category()::equals).orElse(true)
            && query.status().map(room.status()::equals).orElse(true)
            && query.member().map(room::hasMember).orElse(!room.hidden())
            && (!query.withFreeSeats()
                || room.details().capacity().allows(room.seats().size() + 1));
  }
}
