package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Looks for a group without those friends who have not answered. */
@FunctionalInterface
public interface StartMatchRequest {
  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, REQUEST_NOT_WAITING
   */
  MatchRequestView start(Caller caller, MatchRequestId request);
}
