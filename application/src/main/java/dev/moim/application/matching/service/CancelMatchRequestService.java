package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Instant;
import java.util.Optional;

final class CancelMatchRequestService implements CancelMatchRequest {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;
  private final ProposalService proposals;

  CancelMatchRequestService(
      MatchingPorts ports, MatchRequestStore store, PartyStore parties, ProposalService proposals) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
    this.proposals = proposals;
  }

  @Override
  public void cancel(Command command) {
    ports
        .transactions()
        .writeOnly(() ->
            end(
                store.ownOf(command.caller(), command.request()),
                EndReason.TAKEN_BACK,
                ports.clock().now()));
  }

  /** Ends a request that has neither a group nor an end, if it is still so. */
  void endIfUndecided(MatchRequestId id, EndReason reason) {
    ports
        .transactions()
        .writeOnly(() ->
            ports
                .requests()
                .find(id)
                .filter(MatchRequest::isUndecided)
                .ifPresent(request -> end(request, reason, ports.clock().now())));
  }

  private void end(MatchRequest request, EndReason reason, Instant now) {
    Optional<MatchProposal> proposal =
        request.snapshot().proposal().flatMap(ports.proposals()::find);
    if (proposal.isPresent()) {
      proposals.decline(request, proposal.get(), reason, now);
    } else {
      parties.cancel(request, reason, now);
    }
  }
}
