package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

final class JpaRooms implements Rooms {
  private static final List<RoomStatus> WAITED_FOR = List.of(RoomStatus.OPEN, RoomStatus.CONFIRMED);

  private final CurrentSession current;
  private final RoomFacets facets;
  private final AggregateRows<RoomRow> rows;
  private final WholeRooms whole;

  JpaRooms(CurrentSession current, RoomFacets facets) {
    this.current = current;
    this.facets = facets;
    rows = new AggregateRows<>(current, RoomRow.class, RoomRow::new);
    whole = new WholeRooms(current);
  }

  @Override
  public Optional<Room> find(RoomId id) {
    return rows.find(id.value()).map(whole::read).map(Room::restore);
  }

  @Override
  public List<Heading> headings(Collection<RoomId> named) {
    Among ids = Among.of(named.stream().map(RoomId::value).distinct().toList());
    return ids
        .set(
            current
                .reading()
                .createSelectionQuery(
                    "select r.id, r.title, r.hostId, r.hidden from RoomRow r where r.id"
                        + ids.as("ids"),
                    Called.class),
            "ids")
        .getResultList()
        .stream()
        .map(Called::heading)
        .toList();
  }

  private record Called(UUID id, String title, UUID host, boolean hidden) {
    Heading heading() {
      return new Heading(new RoomId(id), title, new MemberId(host), hidden);
    }
  }

  @Override
  public List<RoomId> overdue(Instant now, int limit) {
    return until("r.meetsAt", RoomStatus.OPEN, now, limit).map(Ended::room).toList();
  }

  @Override
  public List<RoomId> withOffersOver(Instant now, int limit) {
    return WAITED_FOR.stream()
        .flatMap(status -> until("r.offerEndsAt", status, now, limit))
        .sorted(Comparator.comparing(Ended::at))
        .limit(limit)
        .map(Ended::room)
        .toList();
  }

  private record Ended(UUID id, Instant at) {
    RoomId room() {
      return new RoomId(id);
    }
  }

  private Stream<Ended> until(String end, RoomStatus status, Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id, %1$s from RoomRow r where r.status = :status and %1$s <= :now order by r.status, %1$s, r.id"
                .formatted(end),
            Ended.class)
        .setParameter("status", status.name())
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream();
  }

  @Override
  public List<RoomId> openWith(MemberId member) {
    return Stream.concat(
            with("seats s where s.memberId", List.of(RoomStatus.OPEN), member),
            with("waiting s where key(s)", WAITED_FOR, member))
        .map(RoomId::new)
        .toList();
  }

  private Stream<UUID> with(String whom, List<RoomStatus> statuses, MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from RoomRow r join r." + whom + " = :member and r.status in :statuses",
            UUID.class)
        .setParameter("member", member.value())
        .setParameterList("statuses", statuses.stream().map(RoomStatus::name).toList())
        .getResultList()
        .stream();
  }

  @Override
  public List<RoomId> removedFrom(MemberId member) {
    return current
        .reading()
        .createNativeQuery("select room_id from room_removals where member_id = ?1", UUID.class)
        .setParameter(1, member.value())
        .getResultList()
        .stream()
        .map(RoomId::new)
        .toList();
  }

  @Override
  public Room.Snapshot save(Room room) {
    Room.Snapshot state = room.snapshot();
    List<RoomFacetRow> added = new ArrayList<>();
    RoomRow stored =
        rows.save(
            state.id().value(),
            state.version(),
            row -> {
              added.addAll(facets.keep(row, state));
              RoomMapper.write(state, row);
            });
    added.forEach(current.writing()::persist);
    return RoomMapper.read(stored);
  }
}
