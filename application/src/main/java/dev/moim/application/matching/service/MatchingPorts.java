package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;

/** Everything that random matching needs from outside. */
public record MatchingPorts(
    MatchRequests requests,
    MatchProposals proposals,
    PoolSignal signal,
    Locks locks,
    Transactions transactions,
    Outbox outbox,
    Ids ids,
    Clock clock) {}
