package dev.moim.testkit.matching;

import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.testkit.shared.InMemoryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Proposals on an {@link InMemoryStore}. */
public final class InMemoryMatchProposals implements MatchProposals {
  private final InMemoryStore.Table<MatchProposalId, MatchProposal.Snapshot> proposals;

  public InMemoryMatchProposals(InMemoryStore store) {
    proposals = store.table(MatchProposal.Snapshot::id);
  }

  @Override
  public Optional<MatchProposal> find(MatchProposalId id) {
    return proposals.find(id).map(MatchProposal::restore);
  }

  @Override
  public List<MatchProposalId> overdue(Instant now, int limit) {
    return proposals.all().stream()
        .filter(proposal -> MatchProposal.restore(proposal).isOverdue(now))
        .sorted(
            Comparator.comparing(MatchProposal.Snapshot::respondBy)
                .thenComparing(proposal -> proposal.id().value()))
        .limit(limit)
        .map(MatchProposal.Snapshot::id)
        .toList();
  }

  @Override
  public MatchProposal.Snapshot save(MatchProposal proposal) {
    return proposals.save(
        proposal.snapshot(), MatchProposal.Snapshot::version, MatchProposal.Snapshot::stored);
  }
}
