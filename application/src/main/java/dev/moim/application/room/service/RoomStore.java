package dev.moim.application.room.service;

import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.Waiting;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads rooms, and stores each together with its events. A seat that is free when a room is stored
 * is offered to who waits for one: whatever freed it, this is the one place where that is done.
 */
final class RoomStore {
  private final Rooms rooms;
  private final KeptApart keptApart;
  private final RoomSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  RoomStore(Rooms rooms, KeptApart keptApart, RoomSettings settings, Outbox outbox, Clock clock) {
    this.rooms = rooms;
    this.keptApart = keptApart;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
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

  /** With whom each of some members is never to be in one room; without those who can be. */
  Map<MemberId, Set<MemberId>> apartFrom(Collection<MemberId> members) {
    return keptApart.of(members);
  }

  /** With whom a member is never to be in one room. */
  Set<MemberId> apartFrom(MemberId member) {
    return apartFrom(Set.of(member)).getOrDefault(member, Set.of());
  }

  /** Stores what has changed; a room as it was is left alone, with its version. */
  Room.Snapshot save(Room room) {
    if (room.hasSeatToOffer(clock.now())) {
      List<MemberId> waiting = room.snapshot().waiting().stream().map(Waiting::member).toList();
      room.offerSeats(apartFrom(waiting), settings.offer(), clock.now());
    }
    if (!room.isChanged()) {
      return room.snapshot();
    }
    Room.Snapshot stored = rooms.save(room);
    outbox.append(room.pullEvents());
    return stored;
  }
}
