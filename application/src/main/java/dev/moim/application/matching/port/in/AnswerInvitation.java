package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Comes along with a friend who looks for a group, or does not. */
@FunctionalInterface
public interface AnswerInvitation {
  record Command(Caller caller, MatchRequestId request, boolean accepts) {}

  /**
   * Returns the request that the caller may look at from now on: their own, as a companion, or the
   * friend's as it was if they declined.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_INVITED, INVITATION_CLOSED,
   *     LIVE_REQUEST_EXISTS, MATCHING_PAUSED
   */
  MatchRequestId answer(Command command);
}
