package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/**
 * Asks once more for what an earlier request asked for, with the patience that it had when it began
 * to wait, the same friends, and the steps of relaxation of the same names that are still offered.
 * It is the same wish, not for the same group: whom one has just met is avoided for a while. Who
 * came along with a friend asks alone.
 */
@FunctionalInterface
public interface RepeatMatchRequest {
  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, and what {@link
   *     SubmitMatchRequest} refuses
   */
  MatchRequestView repeat(Caller caller, MatchRequestId earlier);
}
