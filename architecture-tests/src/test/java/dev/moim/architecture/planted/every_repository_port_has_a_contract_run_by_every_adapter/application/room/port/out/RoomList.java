package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out;

/** Shares the contract of the rooms, which one adapter runs. */
public interface RoomList {}
