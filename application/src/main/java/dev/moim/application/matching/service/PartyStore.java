package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Loads parties, and stores what happens to a request together with what that means for its party.
 */
final class PartyStore {
  private final MatchRequests requests;
  private final MatchRequestStore store;

  PartyStore(MatchRequests requests, MatchRequestStore store) {
    this.requests = requests;
    this.store = store;
  }

  /** The party that a request leads; of itself alone if it leads nobody. */
  Party of(MatchRequest leading) {
    List<MatchRequestId> companions = leading.snapshot().companions();
    return new Party(leading, companions.isEmpty() ? List.of() : store.all(companions));
  }

  /** The request that leads the party of another one: itself, unless somebody else does. */
  MatchRequest leadingOf(MatchRequest request) {
    return request.snapshot().leader().map(store::get).orElse(request);
  }

  /** The parties that were matched and have that meeting. */
  List<Party> in(MeetingId meeting) {
    return requests.ofMeetings(List.of(meeting)).stream()
        .map(MatchRequest::restore)
        .map(this::of)
        .toList();
  }

  /** Stores the whole party; returns the leading request as it is stored. */
  MatchRequest.Snapshot save(Party party) {
    MatchRequest.Snapshot stored = store.save(party.leading());
    party.companions().forEach(store::save);
    return stored;
  }

  /**
   * Ends a request before it has a group: a leading one with all who come along, a companion's
   * alone, which leaves its party.
   */
  void cancel(MatchRequest request, EndReason reason, Instant now) {
    request.cancel(reason, now);
    MatchRequest.Snapshot ended = store.save(request);
    if (ended.leads()) {
      endCompanions(request, now);
    } else {
      leaveParty(ended, ended.leader().orElseThrow(), now);
    }
  }

  private void endCompanions(MatchRequest leading, Instant now) {
    for (MatchRequest companion : of(leading).companions()) {
      if (companion.isUndecided()) {
        companion.cancel(EndReason.PARTY_ENDED, now);
        store.save(companion);
      }
    }
  }

  private void leaveParty(MatchRequest.Snapshot companion, MatchRequestId leader, Instant now) {
    MatchRequest leading = store.get(leader);
    leading.leaveParty(companion.member(), now);
    store.save(leading);
  }

  /** Lets a request's time be over, and that of those who come along with it. */
  void expire(MatchRequest leading, EndReason reason, Instant now) {
    leading.expire(reason, now);
    Party party = of(leading);
    party.companions().forEach(companion -> companion.expire(reason, now));
    save(party);
  }

  /** Lets a member's request leave its group, and a party go on without it. */
  void leaveGroup(MatchRequest request, Instant now) {
    part(request, () -> request.leaveGroup(now), now);
  }

  /** Lets a request look for others whose member was removed from a room; its party stays there. */
  void loseOwnSeat(MatchRequest request, Instant now) {
    boolean looksElsewhere = !store.mayLookAgain(request);
    part(request, () -> request.loseOwnSeat(looksElsewhere, now), now);
  }

  /** A request goes its own way; if it led, the first of those who came along leads the rest. */
  private void part(MatchRequest request, Runnable how, Instant now) {
    Optional<MatchRequestId> leader = request.snapshot().leader();
    List<MatchRequest> companions = of(request).companions();
    if (!companions.isEmpty()) {
      companions.getFirst().takeOver(request);
    }
    how.run();
    MatchRequest.Snapshot left = store.save(request);
    if (leader.isPresent()) {
      leaveParty(left, leader.get(), now);
    } else if (!companions.isEmpty()) {
      MatchRequest next = companions.getFirst();
      store.save(next);
      for (MatchRequest other : companions.subList(1, companions.size())) {
        other.followInstead(next.snapshot().id());
        store.save(other);
      }
    }
  }
}
