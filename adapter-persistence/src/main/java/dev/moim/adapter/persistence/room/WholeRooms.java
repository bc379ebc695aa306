package dev.moim.adapter.persistence.room;

import static java.util.stream.Collectors.toMap;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.domain.room.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Makes states of rooms out of what several statements have read, between which others may have
 * committed: a room that does not fit together then, such as one with more members than seats, is
 * read once more, in one statement. It is for those who only look; who writes finds out by the
 * version.
 */
final class WholeRooms {
  private final CurrentSession current;

  WholeRooms(CurrentSession current) {
    this.current = current;
  }

  Room.Snapshot read(RoomRow row) {
    return read(List.of(row)).getFirst();
  }

  /** The states of several rooms, in the order of their rows. */
  List<Room.Snapshot> read(List<RoomRow> rows) {
    List<Room.Snapshot> rooms = rows.stream().map(RoomMapper::read).toList();
    List<RoomRow> torn = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!fits(rows.get(i), rooms.get(i))) {
        torn.add(rows.get(i));
      }
    }
    Session session = current.reading();
    boolean onlyLooks = session.isDefaultReadOnly();
    if (torn.isEmpty() || !onlyLooks) {
      return rooms;
    }
    Map<UUID, Room.Snapshot> again = again(session, torn);
    return rooms.stream().map(room -> again.getOrDefault(room.id().value(), room)).toList();
  }

  /** Whether seats and wait list may be those of the row. */
  private static boolean fits(RoomRow row, Room.Snapshot room) {
    return room.taken() <= room.details().capacity().seats()
        && row.notFull != room.isFull()
        && row.waitingCount == room.waiting().size()
        && room.seats().stream().allMatch(seat -> seat.number() <= room.seatsGiven());
  }

  private static Map<UUID, Room.Snapshot> again(Session session, List<RoomRow> rows) {
    rows.forEach(session::detach);
    return session
        .createSelectionQuery(
            "from RoomRow r left join fetch r.seats left join fetch r.waiting where r.id in :ids",
            RoomRow.class)
        .setParameterList("ids", rows.stream().map(RoomRow::id).toList())
        .getResultList()
        .stream()
        .collect(toMap(RoomRow::id, RoomMapper::read));
  }
}
