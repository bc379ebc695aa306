package dev.moim.application.room.port.out;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** In how many open rooms members have a seat, and in how many they wait for one. */
public interface OpenSeats {
  /**
   * Counts, for each of the members, the open rooms with a seat of theirs that meet after now; who
   * has none is counted as 0. To be asked before a seat is given, in the same write: of two writes
   * that count for one member at the same time, the second waits for the first and counts what it
   * stored, or is refused with a {@link dev.moim.application.shared.ConcurrencyConflict}.
   */
  Map<MemberId, Integer> count(Collection<MemberId> members, Instant now);

  /**
   * Counts the open and confirmed rooms that meet after now and in which the member waits; to be
   * asked before the member waits in another one, in the same write, as {@link #count}.
   */
  int countWaiting(MemberId member, Instant now);
}
