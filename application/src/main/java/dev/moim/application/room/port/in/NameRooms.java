package dev.moim.application.room.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;
import java.util.Collection;
import java.util.Map;

/** Tells how rooms are called, for whoever shows what came of them. */
@FunctionalInterface
public interface NameRooms {
  /** The titles of those of the rooms that exist and whose texts the caller may read. */
  Map<RoomId, String> titles(Caller caller, Collection<RoomId> rooms);
}
