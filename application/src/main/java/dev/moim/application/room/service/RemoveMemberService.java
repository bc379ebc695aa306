package dev.moim.application.room.service;

import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;

final class RemoveMemberService implements RemoveMember {
  private final RoomStore store;
  private final Transactions transactions;
  private final Clock clock;

  RemoveMemberService(RoomStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    transactions.writeOnly(() -> {
      Room room = store.get(command.room());
      room.remove(command.caller().id(), command.member(), command.reason(), clock.now());
      store.save(room);
    });
  }
}
