package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * One pool as this program works on it: the engine in memory, and the store, which is the truth.
 *
 * <p><b>How it keeps them together.</b> Whoever changes a request commits that to the store first,
 * and then hints at it ({@link PoolHints}). A run reads what was hinted at, brings the engine to
 * what was read ({@link PoolReading}, {@link GroupReading}), lets it decide, and commits each step
 * of its decisions in a transaction of its own, which reads all anew ({@link StepCommits}). A step
 * that does not hold there any more is given up ({@link Attempts}): all whom it involved are thrown
 * out of the engine without a further decision and hinted at, so that the next round takes in those
 * who still wait and the groups that still stand. So nobody waits for the next run because another
 * was lost. A step that loses its race again and again is given up likewise, and they are looked at
 * a little later ({@link Postponed}). Whoever is left and agreed to it may have a seat in a room
 * ({@link RoomFilling}). After any other failure the memory is dropped as a whole, and the next run
 * reads the pool from the store.
 *
 * <p>Hints may come twice or late: they only say where to look. What was missed of a request is
 * found by {@link #compare}; a lost hint at a block or a room is not. For the same reason several
 * programs may run the same pool, although they then do the work more than once and lose steps to
 * each other.
 *
 * <p>Thread-safe: one thread at a time runs; hints and looks may come from any.
 */
final class LivePool {
  /** Each round that loses a step had somebody change meanwhile, so there are few. */
  private static final int MOST_ROUNDS = 1_000;

  private final Category category;
  private final Transactions transactions;
  private final Clock clock;
  private final PoolContents contents;

  /** Held by the one that runs. */
  private final Lock turn = new ReentrantLock();

  /** When the last run was; for the one that runs. */
  private Instant latest = Instant.MIN;

  private final PoolState state;
  private final SharedMemory memory;
  private final PoolHints hints;
  private final Attempts attempts;
  private final StepCommits steps;
  private final PoolReading reading;
  private final RoomFilling rooms;

  LivePool(
      Category category,
      PoolSettings settings,
      Transactions transactions,
      Clock clock,
      PoolContents contents,
      GroupStore store) {
    this.category = category;
    this.transactions = transactions;
    this.clock = clock;
    this.contents = contents;
    state = PoolState.empty(clock);
    memory = state.memory();
    hints = state.hints();
    attempts = new Attempts(state);
    steps = new StepCommits(state, attempts, store);
    reading =
        new PoolReading(
            state,
            () -> new OnlineMatcher<>(category, settings.policy(), 0),
            transactions,
            contents,
            steps,
            new GroupReading(category, state, attempts, steps, store));
    rooms = new RoomFilling(state, transactions, contents, store);
  }

  /** What the next round is to look at. */
  PoolHints hints() {
    return hints;
  }

  // --- A run -----------------------------------------------------------------------------------

  /** Does what there is to do; returns when there will be something although nobody comes. */
  Optional<Instant> run() {
    turn.lock();
    try {
      if (hasClockGoneBack() || memory.isEmpty()) {
        transactions.storingTogether(reading::readAll);
      }
      state.postponed().hintIfDue(hints, clock.now());
      attempts.begin();
      int rounds = 0;
      do {
        if (rounds++ == MOST_ROUNDS) {
          throw new IllegalStateException("the pool " + category.key() + " does not come to rest");
        }
        transactions.storingTogether(this::round);
      } while (hints.isAny());
      return Stream.concat(
              memory.see(PoolMemory::nextDue).stream(), state.postponed().until().stream())
          .min(Comparator.naturalOrder());
    } catch (RuntimeException | Error failure) {
      // What the engine believes and what is stored may differ now.
      memory.drop();
      throw failure;
    } finally {
      turn.unlock();
    }
  }

  private void round() {
    reading.readHinted();
    steps.commit(memory.see(known -> known.matcher.advance(clock.now())));
    closeDue();
    rooms.fill();
  }

  private void closeDue() {
    Instant now = clock.now();
    List<MatchRequestId> due = memory.see(known -> known.membersOfDueGroups(now));
    due.forEach(member -> steps.commit(memory.see(known -> known.matcher.close(member, now))));
  }

  /** The engine's time never does: it would expire who comes now, and the store would not. */
  private boolean hasClockGoneBack() {
    Instant before = latest;
    latest = clock.now();
    return latest.isBefore(before);
  }

  /** Compares the memory with the store; returns how many differ, which the next run looks at. */
  int compare() {
    turn.lock();
    try {
      if (memory.isEmpty()) {
        return 0;
      }
      // A room may suit that did not: it comes near, or has a seat that was kept, or another one.
      hints.addRooms();
      Map<MatchRequestId, Version> stored = transactions.read(contents::versions);
      Map<MatchRequestId, Version> known = memory.see(PoolMemory::versions);
      List<MatchRequestId> different =
          Stream.concat(stored.keySet().stream(), known.keySet().stream())
              .distinct()
              .filter(id ->
                  !Optional.ofNullable(stored.get(id)).equals(Optional.ofNullable(known.get(id))))
              .toList();
      hints.addAll(different);
      return different.size();
    } finally {
      turn.unlock();
    }
  }

  // --- A look ----------------------------------------------------------------------------------

  /**
   * What somebody who waits can be told; empty if they do not wait, or this program has not looked
   * at their request.
   */
  Optional<Outlook> outlook(MatchRequestId request) {
    return memory.peek(found ->
        found
            .filter(known -> known.isWaiting(request))
            .map(known -> known.matcher.outlook(request, clock.now())));
  }

  /** How this program works on the pool, in which so many wait. */
  PoolInspection inspect(long waiting, Instant now) {
    PoolRecord record = state.record();
    return memory.peek(found ->
        new PoolInspection(
            category.key(),
            waiting,
            found.flatMap(PoolMemory::oldest).map(since -> Duration.between(since, now)),
            found.map(known -> known.openGroups()).orElse(0),
            record.lastHour(now),
            record.median(now),
            record.decisions()));
  }
}
