package dev.moim.application.matching.port.out;

import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.shared.MatchProposalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The groups that members are asked about. */
public interface MatchProposals {
  Optional<MatchProposal> find(MatchProposalId id);

  /** Open proposals whose time is over by then, the longest over first. */
  List<MatchProposalId> overdue(Instant now, int limit);

  /**
   * Stores a proposal and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  MatchProposal.Snapshot save(MatchProposal proposal);
}
