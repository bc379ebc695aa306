package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

final class JpaRooms implements Rooms {
  private final CurrentSession current;
  private final RoomFacets facets;
  private final AggregateRows<RoomRow> rows;

  JpaRooms(CurrentSession current, RoomFacets facets) {
    this.current = current;
    this.facets = facets;
    rows = new AggregateRows<>(current, RoomRow.class, RoomRow::new, "seats");
  }

  @Override
  public Optional<Room> find(RoomId id) {
    return rows.find(id.value()).map(RoomMapper::read).map(Room::restore);
  }

  @Override
  public List<RoomId> overdue(Instant now, int limit) {
    return openUntil("r.meetsAt", now, limit);
  }

  @Override
  public List<RoomId> withOffersOver(Instant now, int limit) {
    return openUntil("r.offerEndsAt", now, limit);
  }

  private List<RoomId> openUntil(String end, Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from RoomRow r where r.status = :open and %1$s <= :now order by r.status, %1$s, r.id"
                .formatted(end),
            UUID.class)
        .setParameter("open", RoomStatus.OPEN.name())
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(RoomId::new)
        .toList();
  }

  @Override
  public List<RoomId> openWith(MemberId member) {
    return Stream.of("seats s where s.memberId", "waiting s where key(s)")
        .flatMap(with ->
            current
                .reading()
                .createSelectionQuery(
                    "select r.id from RoomRow r join r." + with + " = :member and r.status = :open",
                    UUID.class)
                .setParameter("member", member.value())
                .setParameter("open", RoomStatus.OPEN.name())
                .getResultList()
                .stream())
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
