package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Takes a match request back; cancelling again changes nothing. */
@FunctionalInterface
public interface CancelMatchRequest {
  record Command(Caller caller, MatchRequestId request) {}

  /**
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND, ALREADY_MATCHED with
   *     the meeting or room, REQUEST_NOT_WAITING
   */
  void cancel(Command command);
}
