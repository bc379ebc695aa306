package dev.moim.application.matching.service;

import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorKind;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.SharedError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Commits what is decided about requests of a pool, as long as it holds; whoever has lost to others
 * is looked at anew. For the one that runs the pool.
 */
final class Attempts {
  /** How often in a row somebody may lose in one run, before they are postponed. */
  private static final int MOST_LOSSES = 20;

  private final PoolState pool;

  /** How often in a row somebody has lost in this run. */
  private final Map<MatchRequestId, Integer> losses = new HashMap<>();

  Attempts(PoolState pool) {
    this.pool = pool;
  }

  /** A run begins, in which nobody has lost yet. */
  void begin() {
    losses.clear();
  }

  /**
   * Commits something about requests, and remembers how they are now.
   *
   * @return false if it does not hold any more, and they are looked at anew then, or if others
   *     change the same all the time, and they are looked at a little later
   */
  boolean commit(Collection<MatchRequestId> requests, Supplier<List<MatchRequest.Snapshot>> work) {
    try {
      List<MatchRequest.Snapshot> saved = work.get();
      pool.memory().change(known -> saved.forEach(known::keepIfInPool));
      requests.forEach(losses::remove);
      return true;
    } catch (DomainException refusal) {
      if (isBusy(refusal) || (isLost(refusal) && isLostTooOften(requests))) {
        pool.postpone(requests);
      } else if (isLost(refusal)) {
        pool.evict(requests);
      } else {
        throw refusal;
      }
      pool.record().lost(pool.now());
      return false;
    }
  }

  /** Whether others change one of those all the time, each time between decision and commit. */
  private boolean isLostTooOften(Collection<MatchRequestId> requests) {
    return requests.stream()
            .mapToInt(request -> losses.merge(request, 1, Integer::sum))
            .max()
            .orElse(0)
        >= MOST_LOSSES;
  }

  /** Whether a transaction lost its race as often as it may. */
  static boolean isBusy(DomainException refusal) {
    return refusal.code() == SharedError.TOO_BUSY;
  }

  private static boolean isLost(DomainException refusal) {
    ErrorKind kind = refusal.code().kind();
    return kind == ErrorKind.CONFLICT || kind == ErrorKind.NOT_FOUND;
  }
}
