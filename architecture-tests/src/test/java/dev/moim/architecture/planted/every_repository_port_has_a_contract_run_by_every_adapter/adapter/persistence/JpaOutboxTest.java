package dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.adapter.persistence;

import dev.moim.architecture.planted.every_repository_port_has_a_contract_run_by_every_adapter.testkit.shared.OutboxContract;

/** Never runs. */
abstract class JpaOutboxTest extends OutboxContract {}
