package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Shows a member one of their own match requests. */
@FunctionalInterface
public interface ViewMatchRequest {
  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, also for those of
   *     others
   */
  MatchRequestView view(Caller caller, MatchRequestId request);
}
