package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import java.util.Collection;
import java.util.List;

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

  /**
   * All of these.
   *
   * @throws dev.moim.domain.shared.DomainException MATCH_REQUEST_NOT_FOUND if one does not exist
   */
  List<MatchRequest> all(Collection<MatchRequestId> ids) {
    List<MatchRequest> found = requests.findAll(ids);
    if (found.size() < ids.size()) {
      throw MatchingError.MATCH_REQUEST_NOT_FOUND.exception();
    }
    return found;
  }

  /** Whether the member looks for no other group in the category. */
  boolean mayLookAgain(MatchRequest request) {
    MatchRequest.Snapshot state = request.snapshot();
    return state.isLive() || requests.liveOf(state.member(), state.category()).isEmpty();
  }

  MatchRequest.Snapshot save(MatchRequest request) {
    MatchRequest.Snapshot stored = requests.save(request);
    outbox.append(request.pullEvents());
    return stored;
  }
}
