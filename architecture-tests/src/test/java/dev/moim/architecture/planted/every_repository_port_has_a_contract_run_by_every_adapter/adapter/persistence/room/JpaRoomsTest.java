package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.adapter.persistence.room;

import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out.RoomList;
import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.testkit.room.RoomsContract;

/** Runs the contract. */
final class JpaRoomsTest extends RoomsContract {
  @Override
  protected RoomList list() {
    return new JpaRooms();
  }
}
