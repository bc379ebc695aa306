package dev.moim.application.room.service;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Loads rooms, and stores each together with its events. */
final class RoomStore {
  private final Rooms rooms;
  private final Outbox outbox;

  RoomStore(Rooms rooms, Outbox outbox) {
    this.rooms = rooms;
    this.outbox = outbox;
  }

  Room get(RoomId id) {
    return rooms.find(id).orElseThrow(RoomError.ROOM_NOT_FOUND::exception);
  }

  /** As {@link #get(RoomId)}, for somebody who acts on what they have seen of the room. */
  Room get(RoomId id, Optional<Version> expected) {
    Room room = get(id);
    Version present = room.snapshot().version();
    if (expected.isPresent() && !expected.get().equals(present)) {
      throw SharedError.STALE_VERSION.exception();
    }
    return room;
  }

  Room.Snapshot save(Room room) {
    Room.Snapshot stored = rooms.save(room);
    outbox.append(room.pullEvents());
    return stored;
  }
}
