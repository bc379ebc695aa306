package dev.moim.architecture.planted.clean.adapter.persistence.room;

import dev.moim.architecture.planted.clean.application.room.port.out.Rooms;
import dev.moim.architecture.planted.clean.domain.room.Room;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** A repository that passes its contract. */
final class JpaRooms implements Rooms {
  private final Map<RoomId, Room> rows = new HashMap<>();

  @Override
  public Room get(RoomId id) {
    Room room = rows.get(id);
    if (room == null) {
      throw new NoSuchElementException(id.toString());
    }
    return room;
  }

  @Override
  public void save(Room room) {
    rows.put(room.snapshot().id(), room);
  }
}
