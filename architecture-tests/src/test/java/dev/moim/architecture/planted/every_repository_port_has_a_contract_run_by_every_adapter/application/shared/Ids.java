package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.shared;

/** Needs no contract, since no adapter implements it. */
public interface Ids {}
