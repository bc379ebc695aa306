package dev.moim.testkit.room;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.shared.PageRequest;
import java.util.Optional;

/** Queries for rooms of which only what matters is named. */
public final class RoomQueries {
  private RoomQueries() {}

  /** All rooms that are not hidden. */
  public static ListRooms.Query everything(ListRooms.Sort sort, PageRequest page) {
    return new ListRooms.Query(
        Optional.empty(), Optional.empty(), Optional.empty(), false, sort, page);
  }
}
