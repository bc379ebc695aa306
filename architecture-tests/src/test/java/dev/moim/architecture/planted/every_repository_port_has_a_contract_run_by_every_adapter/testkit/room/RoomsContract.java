package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.testkit.room;

import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out.RoomList;

/** What every implementation of either promises. */
public abstract class RoomsContract {
  protected abstract RoomList list();
}
