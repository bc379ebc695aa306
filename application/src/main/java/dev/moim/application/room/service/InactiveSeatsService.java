package dev.moim.application.room.service;

import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;

/**
 * Frees the seats in open rooms, and the places in wait lists, of members who may not act: who are
 * blocked or have left.
 *
 * <p>A warning and a joining may commit in either order, and the one does not wait for the other.
 * So both are heard, each after its commit: the warning looks for seats, the seat that was taken
 * for a block. Whichever commits last finds the other, and no seat stays for good; who began to
 * wait at that moment is found when a seat is offered. Each looks at the present and not at its
 * event, so a late or repeated one takes nothing from a member whose block is over.
 */
final class InactiveSeatsService {
  private final Rooms rooms;
  private final RoomStore store;
  private final CheckActive checkActive;
  private final Transactions transactions;
  private final Clock clock;

  InactiveSeatsService(
      Rooms rooms,
      RoomStore store,
      CheckActive checkActive,
      Transactions transactions,
      Clock clock) {
    this.rooms = rooms;
    this.store = store;
    this.checkActive = checkActive;
    this.transactions = transactions;
    this.clock = clock;
  }

  EventConsumer consumer() {
    return EventConsumer.named("room-seats")
        .on(MemberEvent.MemberWithdrew.class, (id, e) -> vacateAll(e.member()))
        .on(MemberEvent.MemberWarned.class, (id, e) -> vacateAll(e.member()))
        .on(RoomEvent.RoomOpened.class, (id, e) -> vacate(e.room(), e.host()))
        .on(RoomEvent.MemberJoined.class, (id, e) -> vacate(e.room(), e.member()))
        .on(
            RoomEvent.SeatOffered.class,
            (id, e) -> e.notice().recipients().forEach(member -> vacate(e.room(), member)))
        .build();
  }

  private void vacateAll(MemberId member) {
    if (!checkActive.isActive(member)) {
      Sweep.over(transactions.read(() -> rooms.openWith(member)), room -> leave(room, member));
    }
  }

  private void vacate(RoomId room, MemberId member) {
    if (!checkActive.isActive(member)) {
      leave(room, member);
    }
  }

  private void leave(RoomId id, MemberId member) {
    transactions.writeOnly(() ->
        rooms
            .find(id)
            .filter(room -> room.snapshot().involves(member))
            .ifPresent(room -> {
              room.vacate(member, clock.now());
              store.save(room);
            }));
  }
}
