package dev.moim.application.room.service;

import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;

final class LeaveRoomService implements LeaveRoom {
  private final RoomStore store;
  private final Transactions transactions;
  private final Clock clock;

  LeaveRoomService(RoomStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void leave(Command command) {
    transactions.writeTo(
        command.room(),
        () -> {
          Room room = store.get(command.room());
          room.leave(command.caller().id(), clock.now());
          return store.save(room);
        });
  }
}
