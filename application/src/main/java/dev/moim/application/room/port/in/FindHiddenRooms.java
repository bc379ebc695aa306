package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.shared.RoomId;
import java.util.Collection;
import java.util.Set;

/** Tells of which rooms somebody may not read the texts any more, for whoever has kept some. */
@FunctionalInterface
public interface FindHiddenRooms {
  /** What stands for the title of such a room. */
  String HIDDEN_TITLE = RoomDetails.HIDDEN_TITLE;

  /** Those of the rooms that have been hidden, but for those whose texts the caller may read. */
  Set<RoomId> hiddenFrom(Caller caller, Collection<RoomId> rooms);
}
