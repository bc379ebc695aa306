package dev.moim.application.room.port.out;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.shared.Page;
import dev.moim.domain.room.Room;

/**
 * Reads lists of rooms, at a cost that grows with the page and not with the number of rooms; asked
 * for free seats only, also with the full rooms that lie between.
 */
@FunctionalInterface
public interface RoomList {
  Page<Room.Snapshot> page(ListRooms.Query query);
}
