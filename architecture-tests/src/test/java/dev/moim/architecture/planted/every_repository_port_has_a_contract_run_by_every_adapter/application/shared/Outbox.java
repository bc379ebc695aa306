package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.shared;

/** Its contract is run by nobody. */
public interface Outbox {}
