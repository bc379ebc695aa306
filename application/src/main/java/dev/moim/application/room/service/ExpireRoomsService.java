package dev.moim.application.room.service;

import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.RoomId;
import java.util.List;

final class ExpireRoomsService implements ExpireRooms {
  private static final int AT_ONCE = 200;

  private final Rooms rooms;
  private final RoomStore store;
  private final Transactions transactions;
  private final Clock clock;

  ExpireRoomsService(Rooms rooms, RoomStore store, Transactions transactions, Clock clock) {
    this.rooms = rooms;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public int expire() {
    List<RoomId> overdue = transactions.read(() -> rooms.overdue(clock.now(), AT_ONCE));
    return Sweep.over(
        overdue,
        id ->
            transactions.writeOnly(() -> {
              Room room = store.get(id);
              room.expire(clock.now());
              store.save(room);
            }));
  }
}
