package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

  /** The requests of the friends who come along with a leading one. */
  List<MatchRequest> companionsOf(MatchRequest leading) {
    List<MatchRequestId> companions = leading.snapshot().companions();
    return companions.isEmpty() ? List.of() : all(companions);
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

  /**
   * Ends a request before it has a group: a leading one with all who come along, a companion's
   * alone, which leaves its party.
   */
  void cancel(MatchRequest request, EndReason reason, Instant now) {
    request.cancel(reason, now);
    MatchRequest.Snapshot ended = save(request);
    if (ended.leads()) {
      endCompanions(request, now);
    } else {
      MatchRequest leading = get(ended.leader().orElseThrow());
      leading.leaveParty(ended.member(), now);
      save(leading);
    }
  }

  /** Ends the requests of those who came along with one that has ended. */
  void endCompanions(MatchRequest leading, Instant now) {
    for (MatchRequest companion : companionsOf(leading)) {
      if (companion.isUndecided()) {
        companion.cancel(EndReason.PARTY_ENDED, now);
        save(companion);
      }
    }
  }

  /** Lets a member's request leave its group, and a party go on without it. */
  void leaveGroup(MatchRequest request, Instant now) {
    part(request, () -> request.leaveGroup(now), now);
  }

  /** Lets a request look for others whose member was removed from a room; its party stays there. */
  void loseOwnSeat(MatchRequest request, Instant now) {
    boolean looksElsewhere = !mayLookAgain(request);
    part(request, () -> request.loseOwnSeat(looksElsewhere, now), now);
  }

  private void part(MatchRequest request, Runnable how, Instant now) {
    Optional<MatchRequestId> leader = request.snapshot().leader();
    List<MatchRequest> companions = companionsOf(request);
    if (!companions.isEmpty()) {
      companions.getFirst().takeOver(request);
    }
    how.run();
    MatchRequest.Snapshot left = save(request);
    if (leader.isPresent()) {
      MatchRequest leading = get(leader.get());
      leading.leaveParty(left.member(), now);
      save(leading);
    } else if (!companions.isEmpty()) {
      MatchRequest next = companions.getFirst();
      save(next);
      for (MatchRequest other : companions.subList(1, companions.size())) {
        other.followInstead(next.snapshot().id());
        save(other);
      }
    }
  }

  /** Lets a request's time be over, and that of those who come along with it. */
  void expire(MatchRequest leading, EndReason reason, Instant now) {
    leading.expire(reason, now);
    save(leading);
    for (MatchRequest companion : companionsOf(leading)) {
      companion.expire(reason, now);
      save(companion);
    }
  }
}
