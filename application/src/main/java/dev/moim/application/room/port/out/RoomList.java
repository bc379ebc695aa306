package dev.moim.application.room.port.out;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.shared.Page;
import dev.moim.domain.room.Room;

/**
 * Reads lists of rooms, at a cost that grows with the page and not with the number of rooms; asked
 * for joinable ones only, also with the full rooms that lie between.
 */
@FunctionalInterface
public interface RoomList {
  /**
   * @param query one that a room can fit; see {@link ListRooms.Query#fitsNone}
   */
  Page<Room.Snapshot> page(ListRooms.Query query);
}
