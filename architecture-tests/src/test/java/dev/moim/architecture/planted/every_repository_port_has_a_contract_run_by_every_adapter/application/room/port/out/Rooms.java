package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out;

/** One adapter runs its contract, another does not. */
public interface Rooms {}
