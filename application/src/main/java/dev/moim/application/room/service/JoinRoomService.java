package dev.moim.application.room.service;

import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.util.Set;

final class JoinRoomService implements JoinRoom {
  private final RoomStore store;
  private final KeptApart keptApart;
  private final RoomViews views;
  private final Transactions transactions;
  private final Clock clock;

  JoinRoomService(
      RoomStore store,
      KeptApart keptApart,
      RoomViews views,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.keptApart = keptApart;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public RoomView join(Command command) {
    return transactions.write(() -> {
      Room room = store.get(command.room());
      MemberId joiner = command.caller().id();
      room.join(joiner, apartFrom(joiner), clock.now());
      return views.of(store.save(room), command.caller());
    });
  }

  private Set<MemberId> apartFrom(MemberId joiner) {
    return keptApart.of(Set.of(joiner)).getOrDefault(joiner, Set.of());
  }
}
