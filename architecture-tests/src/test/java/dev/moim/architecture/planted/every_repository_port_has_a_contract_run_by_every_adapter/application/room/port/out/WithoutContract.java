package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.room.port.out;

import dev.moim.architecture.planted.Planted;

/** Nobody says what it promises. */
@Planted
public interface WithoutContract {}
