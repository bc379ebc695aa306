package dev.moim.application.room.service;

import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Waiting for a seat of a full room. */
final class WaitListService {
  private static final int AT_ONCE = 200;

  private final Rooms rooms;
  private final RoomStore store;
  private final SeatLimit limit;
  private final RoomViews views;
  private final Transactions transactions;
  private final Clock clock;

  WaitListService(
      Rooms rooms,
      RoomStore store,
      SeatLimit limit,
      RoomViews views,
      Transactions transactions,
      Clock clock) {
    this.rooms = rooms;
    this.store = store;
    this.limit = limit;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  RoomView queue(WaitForSeat.Command command) {
    Caller caller = command.caller();
    return transactions.writeTo(
        command.room(),
        () -> {
          Room room = store.get(command.room());
          Set<MemberId> apart = store.apartFrom(caller.id());
          Instant now = clock.now();
          room.requireMayQueue(caller.id(), apart, now);
          limit.checkWaiting(caller.id());
          room.queue(caller.id(), apart, now);
          return views.of(store.save(room), caller);
        });
  }

  void stop(StopWaiting.Command command) {
    transactions.writeTo(
        command.room(),
        () -> {
          Room room = store.get(command.room());
          room.stopWaiting(command.caller().id(), clock.now());
          return store.save(room);
        });
  }

  int endOffers() {
    List<RoomId> due = transactions.read(() -> rooms.withOffersOver(clock.now(), AT_ONCE));
    return Sweep.over(
        due,
        id ->
            transactions.writeOnly(() -> {
              Room room = store.get(id);
              room.endOffers(clock.now());
              store.save(room);
            }));
  }
}
