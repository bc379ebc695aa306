package dev.moim.application.room.service;

import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Transactions;
import java.util.Set;

final class JoinRoomService implements JoinRoom {
  private final Seating seating;
  private final RoomViews views;
  private final Transactions transactions;

  JoinRoomService(Seating seating, RoomViews views, Transactions transactions) {
    this.seating = seating;
    this.views = views;
    this.transactions = transactions;
  }

  @Override
  public RoomView join(Command command) {
    return transactions.writeTo(
        command.room(),
        () ->
            views.of(
                seating.take(command.room(), Set.of(command.caller().id())), command.caller()));
  }
}
