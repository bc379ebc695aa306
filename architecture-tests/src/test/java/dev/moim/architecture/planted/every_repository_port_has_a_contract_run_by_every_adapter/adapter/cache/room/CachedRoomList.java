package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.adapter.cache.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out.RoomList;

/** Has never seen the contract that it shares. */
@Planted
final class CachedRoomList implements RoomList {}
