package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Accepts or declines the group that a member is asked about. */
@FunctionalInterface
public interface AnswerProposal {
  record Command(Caller caller, MatchRequestId request, boolean accepts) {}

  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, PROPOSAL_CLOSED
   */
  MatchRequestView answer(Command command);
}
