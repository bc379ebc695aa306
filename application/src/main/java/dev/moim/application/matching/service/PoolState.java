package dev.moim.application.matching.service;

import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Instant;
import java.util.Collection;

/** How a pool stands in this program: what it knows, what it is to look at, and what happened. */
record PoolState(
    SharedMemory memory, PoolHints hints, Postponed postponed, PoolRecord record, Clock clock) {
  static PoolState empty(Clock clock) {
    return new PoolState(
        new SharedMemory(), new PoolHints(), new Postponed(), new PoolRecord(clock.now()), clock);
  }

  Instant now() {
    return clock.now();
  }

  /** Has requests, with all who are in a group with them, looked at anew in the next round. */
  void evict(Collection<MatchRequestId> requests) {
    memory.change(known -> hints.add(known.evict(requests)));
  }

  /** Has requests, with all who are in a group with them, looked at anew after a pause. */
  void postpone(Collection<MatchRequestId> requests) {
    memory.change(known -> postponed.add(known.evict(requests), now()));
  }
}
