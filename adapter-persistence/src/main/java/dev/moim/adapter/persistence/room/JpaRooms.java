package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class JpaRooms implements Rooms {
  private final CurrentSession current;
  private final AggregateRows<RoomRow> rows;

  JpaRooms(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, RoomRow.class, RoomRow::new, "seats");
  }

  @Override
  public Optional<Room> find(RoomId id) {
    return rows.find(id.value()).map(RoomMapper::read).map(Room::restore);
  }

  @Override
  public List<RoomId> overdue(Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from RoomRow r where r.status = :open and r.meetsAt <= :now"
                + " order by r.status, r.meetsAt, r.id",
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
  public Room.Snapshot save(Room room) {
    Room.Snapshot state = room.snapshot();
    RoomRow stored =
        rows.save(state.id().value(), state.version(), row -> RoomMapper.write(state, row));
    return RoomMapper.read(stored);
  }
}
