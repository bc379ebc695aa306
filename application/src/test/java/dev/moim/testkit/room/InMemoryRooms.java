package dev.moim.testkit.room;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.Range;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rooms, and lists of them, on an {@link InMemoryStore}. */
public final class InMemoryRooms implements Rooms, RoomList, OpenSeats {
  private static final Set<RoomStatus> WAITED_FOR = Set.of(RoomStatus.OPEN, RoomStatus.CONFIRMED);

  private final InMemoryStore.Table<RoomId, Room.Snapshot> rooms;
  private final InMemoryStore.Table<MemberId, Counted> counted;

  public InMemoryRooms(InMemoryStore store) {
    rooms = store.table(Room.Snapshot::id);
    counted = store.table(Counted::member);
  }

  @Override
  public Optional<Room> find(RoomId id) {
    return rooms.find(id).map(Room::restore);
  }

  @Override
  public List<Heading> headings(Collection<RoomId> named) {
    return Set.copyOf(named).stream()
        .flatMap(id -> rooms.find(id).stream())
        .map(room -> new Heading(room.id(), room.details().title(), room.host(), room.hidden()))
        .toList();
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
  public List<RoomId> withOffersOver(Instant now, int limit) {
    return rooms.all().stream()
        .filter(room -> WAITED_FOR.contains(room.status()))
        .filter(room -> firstEnd(room).filter(end -> !end.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(room -> firstEnd(room).orElseThrow()))
        .limit(limit)
        .map(Room.Snapshot::id)
        .toList();
  }

  private static Optional<Instant> firstEnd(Room.Snapshot room) {
    return room.waiting().stream()
        .flatMap(waiting -> waiting.offeredUntil().stream())
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<RoomId> openWith(MemberId member) {
    return rooms.all().stream()
        .filter(room ->
            (room.status() == RoomStatus.OPEN && room.hasMember(member))
                || (WAITED_FOR.contains(room.status()) && room.waitingOf(member).isPresent()))
        .map(Room.Snapshot::id)
        .toList();
  }

  @Override
  public List<RoomId> removedFrom(MemberId member) {
    return rooms.all().stream()
        .filter(room -> room.removed().stream().anyMatch(r -> r.member().equals(member)))
        .map(Room.Snapshot::id)
        .toList();
  }

  /** How often a member's seats were counted; that it changes is what makes two counts collide. */
  private record Counted(MemberId member, long times) {}

  @Override
  public Map<MemberId, Integer> count(Collection<MemberId> members, Instant now) {
    Map<MemberId, Integer> counts = new HashMap<>();
    for (MemberId member : Set.copyOf(members)) {
      countedNow(member);
      long seats =
          rooms.all().stream()
              .filter(room -> room.status() == RoomStatus.OPEN && room.hasMember(member))
              .filter(room -> room.details().meetsAt().isAfter(now))
              .count();
      counts.put(member, (int) seats);
    }
    return counts;
  }

  private void countedNow(MemberId member) {
    counted.put(new Counted(member, counted.find(member).map(Counted::times).orElse(0L) + 1));
  }

  @Override
  public int countWaiting(MemberId member, Instant now) {
    countedNow(member);
    return (int)
        rooms.all().stream()
            .filter(room -> WAITED_FOR.contains(room.status()))
            .filter(room -> room.details().meetsAt().isAfter(now))
            .filter(room -> room.waitingOf(member).isPresent())
            .count();
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
            && query.facets().entrySet().stream()
                .allMatch(facet -> accepts(room, facet.getKey(), facet.getValue()))
            && query.from().map(from -> !room.details().meetsAt().isBefore(from)).orElse(true)
            && query.to().map(to -> room.details().meetsAt().isBefore(to)).orElse(true)
            && query.member().map(room::hasMember).orElse(!room.hidden())
            && (!query.onlyJoinable() || !room.isFull());
  }

  private static boolean accepts(Room.Snapshot room, FacetKey facet, Set<String> wanted) {
    return room.details()
        .condition()
        .of(facet)
        .map(condition -> wanted.stream().anyMatch(value -> accepts(condition, value)))
        .orElse(true);
  }

  private static boolean accepts(MatchCondition condition, String value) {
    if (condition instanceof Range range) {
      int level = Integer.parseInt(value);
      return range.from() <= level && level <= range.to();
    }
    return condition.values().isEmpty() || condition.values().contains(value);
  }
}
