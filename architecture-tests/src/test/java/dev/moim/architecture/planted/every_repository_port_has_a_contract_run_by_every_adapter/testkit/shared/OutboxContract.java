package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.testkit.shared;

/** What every implementation promises. */
public abstract class OutboxContract {}
