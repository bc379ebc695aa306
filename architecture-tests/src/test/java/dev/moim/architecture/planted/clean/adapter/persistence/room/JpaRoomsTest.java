package dev.moim.architecture.planted.clean.adapter.persistence.room;

import dev.moim.architecture.planted.clean.application.room.port.out.Rooms;
import dev.moim.architecture.planted.clean.testkit.room.RoomsContract;

/** Runs the contract. */
final class JpaRoomsTest extends RoomsContract {
  @Override
  protected Rooms rooms() {
    return new JpaRooms();
  }
}
