package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.adapter.persistence;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.application.shared.Outbox;

/** Its test is abstract, so it never runs. */
@Planted
final class JpaOutbox implements Outbox {}
