package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Gives seats, within a running write, whoever asks for them. The meeting of a confirmed room is
 * joined along with it: its members are those who have a seat.
 */
final class Seating {
  private final RoomStore store;
  private final SeatLimit limit;
  private final JoinMeeting joinMeeting;
  private final Clock clock;

  Seating(RoomStore store, SeatLimit limit, JoinMeeting joinMeeting, Clock clock) {
    this.store = store;
    this.limit = limit;
    this.joinMeeting = joinMeeting;
    this.clock = clock;
  }

  /**
   * All of them take a seat, or none.
   *
   * @throws dev.moim.domain.shared.DomainException as {@link Room#join}; TOO_MANY_ROOMS, except in
   *     a confirmed room, of which one is in no more open rooms than before
   */
  Room.Snapshot take(RoomId id, Collection<MemberId> members) {
    Room room = store.get(id);
    // That somebody is kept apart is said last, when nothing else refuses the member.
    members.forEach(member -> room.requireSeatFor(member, clock.now()));
    if (room.snapshot().status() == RoomStatus.OPEN) {
      limit.check(members);
    }
    Map<MemberId, Set<MemberId>> apart = store.apartFrom(members);
    members.forEach(member -> room.join(member, apart.getOrDefault(member, Set.of()), clock.now()));
    Room.Snapshot taken = store.save(room);
    if (taken.status() == RoomStatus.CONFIRMED) {
      members.forEach(member -> joinMeeting.join(new JoinMeeting.Command(id, member)));
    }
    return taken;
  }
}
