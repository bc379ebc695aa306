package dev.moim.application.matching.service;

import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.RoomId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives those who wait in a pool, and agreed to it, the free seats of open rooms. */
final class RoomFilling {
  /** How many rooms may refuse in one round, before the rest is left to a later one. */
  private static final int MOST_REFUSALS = 50;

  /** How many of them one request may meet with, so that those behind it have their turn. */
  private static final int MOST_REFUSALS_OF_ONE = 5;

  private final PoolState pool;
  private final Transactions transactions;
  private final PoolContents contents;
  private final GroupStore store;

  RoomFilling(PoolState pool, Transactions transactions, PoolContents contents, GroupStore store) {
    this.pool = pool;
    this.transactions = transactions;
    this.contents = contents;
    this.store = store;
  }

  /** Looks for seats for all who are willing, if rooms have changed, and else for who is new. */
  void fill() {
    boolean haveChanged = pool.hints().takeRooms();
    List<MatchRequest.Snapshot> willing =
        pool.memory().see(known -> known.takeWilling(haveChanged));
    if (willing.isEmpty()) {
      return;
    }
    RoomSeats seats = transactions.read(() -> contents.seats(willing));
    int refusals = 0;
    for (MatchRequest.Snapshot request : willing) {
      if (refusals < MOST_REFUSALS) {
        refusals += lookForSeat(seats, request);
      } else {
        postpone(request);
      }
    }
  }

  private void postpone(MatchRequest.Snapshot request) {
    pool.memory().change(known -> known.addWilling(request.id()));
    pool.postponed().pause(pool.now());
  }

  /** Tries the rooms that suit until one takes the request in; returns how many have refused. */
  private int lookForSeat(RoomSeats seats, MatchRequest.Snapshot request) {
    Set<RoomId> refused = new HashSet<>();
    Optional<RoomId> room = seats.suiting(request, refused, pool.now());
    while (room.isPresent()
        && refused.size() < MOST_REFUSALS_OF_ONE
        && !trySeat(seats, request, room.get())) {
      refused.add(room.get());
      room = seats.suiting(request, refused, pool.now());
    }
    return refused.size();
  }

  /**
   * Takes a seat in a room, if it has one; returns whether there is no need to look for another
   * room: there is a seat for the request in this one, or the request waits no more, or it gets
   * none anywhere until its people leave other rooms. A room may refuse for reasons of its own.
   */
  private boolean trySeat(RoomSeats seats, MatchRequest.Snapshot request, RoomId room) {
    try {
      pool.record().matched(store.seat(request.id(), room), pool.now());
      seats.take(room, request);
    } catch (DomainException refusal) {
      if (Attempts.isBusy(refusal)) {
        postpone(request);
        return true;
      }
      if (refusal.code() != MatchingError.REQUEST_NOT_WAITING) {
        return refusal.code() == RoomError.TOO_MANY_ROOMS;
      }
    }
    pool.evict(List.of(request.id()));
    return true;
  }
}
