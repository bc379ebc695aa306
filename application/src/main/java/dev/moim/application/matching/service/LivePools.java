package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.application.shared.Locks;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The pools of all categories, as this program works on them. Thread-safe. */
final class LivePools {
  /** How long another program's run is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<CategoryKey, LivePool> pools;
  private final PoolSignal signal;
  private final Locks locks;
  private final Clock clock;

  LivePools(Map<CategoryKey, LivePool> pools, PoolSignal signal, Locks locks, Clock clock) {
    this.pools = Map.copyOf(pools);
    this.signal = signal;
    this.locks = locks;
    this.clock = clock;
  }

  /** A request is not any more as it was. */
  void hint(CategoryKey category, MatchRequestId request) {
    hint(category, hints -> hints.add(request));
  }

  /** A meeting has other members than before, or another state. */
  void hint(CategoryKey category, MeetingId meeting) {
    hint(category, hints -> hints.add(meeting));
  }

  /** Rooms have free seats that they had not; of which category is not told. */
  void hintAtRooms() {
    pools.forEach((category, pool) -> {
      pool.hints().addRooms();
      signal.raised(category);
    });
  }

  /** Members keep apart, or do so no longer. */
  void hint(Collection<MemberId> members) {
    pools.forEach((category, pool) -> {
      pool.hints().addMembers(members);
      signal.raised(category);
    });
  }

  /** A category that is no longer configured has no pool, and its requests expire by themselves. */
  private void hint(CategoryKey category, Consumer<PoolHints> hint) {
    LivePool pool = pools.get(category);
    if (pool != null) {
      hint.accept(pool.hints());
      signal.raised(category);
    }
  }

  Optional<Instant> run(CategoryKey category) {
    LivePool pool = pool(category);
    return locks
        .whileHolding("matching:" + category, PATIENCE, pool::run)
        .orElseGet(() -> Optional.of(clock.now().plus(PATIENCE)));
  }

  int compare(CategoryKey category) {
    int different = pool(category).compare();
    if (different > 0) {
      signal.raised(category);
    }
    return different;
  }

  /** What can be told of a request that waits. */
  Optional<Outlook> outlook(MatchRequest.Snapshot request) {
    return Optional.ofNullable(pools.get(request.category()))
        .flatMap(pool -> pool.outlook(request.leading()));
  }

  /** How a pool works, in which so many wait. */
  PoolInspection inspect(CategoryKey category, long waiting, Instant now) {
    return pool(category).inspect(waiting, now);
  }

  private LivePool pool(CategoryKey category) {
    return Optional.ofNullable(pools.get(category))
        .orElseThrow(() -> ConditionError.UNKNOWN_CATEGORY.because("category", category));
  }
}
