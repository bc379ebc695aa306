package dev.moim.architecture.planted.clean.application.room.port.out;

import dev.moim.architecture.planted.clean.domain.room.Room;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;

/** A repository. */
public interface Rooms {
  Room get(RoomId id);

  void save(Room room);
}
