package dev.moim.application.room.service;

import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;

final class JoinRoomService implements JoinRoom {
  private final RoomStore store;
  private final RoomViews views;
  private final Transactions transactions;
  private final Clock clock;

  JoinRoomService(RoomStore store, RoomViews views, Transactions transactions, Clock clock) {
    this.store = store;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public RoomView join(Command command) {
    return transactions.write(() -> {
      Room room = store.get(command.room());
      room.join(command.caller().id(), clock.now());
      return views.of(store.save(room), command.caller());
    });
  }
}
