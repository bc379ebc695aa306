package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;

/** Loads match requests, and stores each together with its events. */
final class MatchRequestStore {
  private final MatchRequests requests;
  private final Outbox outbox;

  MatchRequestStore(MatchRequests requests, Outbox outbox) {
    this.requests = requests;
    this.outbox = outbox;
  }

  MatchRequest get(MatchRequestId id) {
    return requests.find(id).orElseThrow(MatchingError.MATCH_REQUEST_NOT_FOUND::exception);
  }

  /** The caller's own request; somebody else's does not exist for them. */
  MatchRequest ownOf(Caller caller, MatchRequestId id) {
    return requests
        .find(id)
        .filter(request -> caller.is(request.snapshot().member()))
        .orElseThrow(MatchingError.MATCH_REQUEST_NOT_FOUND::exception);
  }

  MatchRequest.Snapshot save(MatchRequest request) {
    MatchRequest.Snapshot stored = requests.save(request);
    outbox.append(request.pullEvents());
    return stored;
  }
}
