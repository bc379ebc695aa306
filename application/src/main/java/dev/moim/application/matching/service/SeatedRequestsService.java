package dev.moim.application.matching.service;

import dev.moim.application.shared.Sweep;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of requests that have a seat in a room. Whoever gives the seat up has a request that
 * is cancelled, as if they could not come to a meeting; when the room is given up, the others wait
 * again. What is done a time too many changes nothing.
 */
final class SeatedRequestsService {
  private final MatchingPorts ports;
  private final MatchRequestStore store;

  SeatedRequestsService(MatchingPorts ports, MatchRequestStore store) {
    this.ports = ports;
    this.store = store;
  }

  /**
   * A member gave their seat up.
   *
   * @param at when; a seat that they have taken since is another one
   */
  void leave(RoomId room, MemberId member, Instant at) {
    ports
        .transactions()
        .writeOnly(() ->
            ports.requests().seatedIn(room).stream()
                .filter(request -> request.member().equals(member))
                .filter(request -> !request.submittedAt().isAfter(at))
                .forEach(
                    request -> store.leaveGroup(store.get(request.id()), ports.clock().now())));
  }

  /** The host gave the room up, or the last one left it: whoever was in it besides waits again. */
  void cancel(RoomEvent.RoomCancelled event) {
    Set<MemberId> others = new HashSet<>(event.notice().recipients());
    others.remove(event.notice().host());
    seatedIn(event.room()).stream()
        .map(MatchRequest.Snapshot::member)
        .filter(member -> !others.contains(member))
        .forEach(member -> leave(event.room(), member, event.occurredAt()));
    giveUp(event.room());
  }

  /** Managers hid the room; one that was not open any more stays what it was, and is its host's. */
  void hide(RoomEvent.RoomHidden event) {
    if (event.recipients().size() > 1) {
      giveUp(event.room());
    }
  }

  /** The room does not take place. */
  void giveUp(RoomId room) {
    Sweep.over(
        seatedIn(room).stream()
            .filter(MatchRequest.Snapshot::leads)
            .map(MatchRequest.Snapshot::id)
            .toList(),
        leading -> waitAgain(room, leading));
  }

  private List<MatchRequest.Snapshot> seatedIn(RoomId room) {
    return ports.transactions().read(() -> ports.requests().seatedIn(room));
  }

  /** Whoever has asked for another group meanwhile is content with that, and so is their party. */
  private void waitAgain(RoomId room, MatchRequestId id) {
    ports
        .transactions()
        .writeOnly(() -> {
          MatchRequest leading = store.get(id);
          List<MatchRequest> party =
              Stream.concat(Stream.of(leading), store.companionsOf(leading).stream()).toList();
          if (party.stream().allMatch(one -> one.isSeatedIn(room) && store.mayLookAgain(one))) {
            party.forEach(one -> {
              one.loseSeat(ports.clock().now());
              store.save(one);
            });
          }
        });
  }
}
