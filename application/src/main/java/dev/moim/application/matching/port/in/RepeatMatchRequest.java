package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Asks once more for what an earlier request asked for, with the same patience and friends. */
@FunctionalInterface
public interface RepeatMatchRequest {
  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, and what {@link
   *     SubmitMatchRequest} refuses
   */
  MatchRequestView repeat(Caller caller, MatchRequestId earlier);
}
