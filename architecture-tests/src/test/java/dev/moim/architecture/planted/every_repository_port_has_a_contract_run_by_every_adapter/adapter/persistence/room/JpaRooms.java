package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.adapter.persistence.room;

import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out.RoomList;
import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out.Rooms;

/** Passes the contract. */
final class JpaRooms implements Rooms, RoomList {}
