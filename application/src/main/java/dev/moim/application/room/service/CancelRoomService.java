package dev.moim.application.room.service;

import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Role;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;

final class CancelRoomService implements CancelRoom {
  private final RoomStore store;
  private final Transactions transactions;
  private final Clock clock;

  CancelRoomService(RoomStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void cancel(Command command) {
    transactions.writeOnly(() -> {
      Room room = store.get(command.room(), command.expected());
      if (command.caller().isAtLeast(Role.ADMIN) && !room.isHost(command.caller().id())) {
        room.cancelAsAdmin(
            command.caller().id(), command.origin().address(), command.reason(), clock.now());
      } else {
        room.cancel(command.caller().id(), command.reason(), clock.now());
      }
      store.save(room);
    });
  }
}
