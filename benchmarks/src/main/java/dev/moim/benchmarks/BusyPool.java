package dev.moim.benchmarks;

import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool in which 10,000 people wait, however many are matched: each who is matched or gives up is
 * replaced by somebody else, who is taken in without a decision, as after a restart.
 *
 * <p>Left to itself, such a pool would empty within a minute, for nearly everybody who arrives
 * finds company among 10,000. So it is more crowded than any that decides at arrival, and each
 * decision has as many to choose from as it ever will.
 *
 * <p>Time goes on by {@link #STEP} with each decision. People wait for 30 minutes, so that besides
 * those who wait the pool holds the groups of the last 18,000 decisions whose members may still
 * change places or be joined: some 20,000 groups. With a shorter step there would be more of them,
 * as in a pool of many more people. With a longer one, more people would wait for 15 minutes and be
 * matched by a rescue then, and fewer by a decision at an arrival; so it is for one group in three
 * now.
 */
final class BusyPool {
  static final int WAITING = 10_000;
  static final Duration STEP = Duration.ofMillis(100);

  private final OnlineMatcher<Long> pool;
  private final Arrivals arrivals;
  private Instant now = Instant.parse("2026-03-02T00:00:00Z");

  BusyPool(Crowd crowd, int avoided, long seed) {
    pool = new OnlineMatcher<>(crowd.category(), MatchingPolicy.DEFAULT, seed);
    arrivals = new Arrivals(crowd, 2 * WAITING, avoided, seed);
  }

  /** Takes in the first 10,000, and decides until there are as many groups as there will be. */
  void fill() {
    Instant start = now;
    now = start.plus(Arrivals.PATIENCE.dividedBy(3));
    Duration apart = Duration.between(start, now).dividedBy(WAITING);
    pool.restore(
        Stream.iterate(start, at -> at.plus(apart)).limit(WAITING).map(arrivals::next).toList(),
        now);
    for (Instant end = now.plus(Arrivals.PATIENCE); now.isBefore(end); ) {
      goOn();
      advance();
      decide(next());
      refill();
    }
  }

  /** A step later; nothing is done yet. */
  void goOn() {
    now = now.plus(STEP);
  }

  List<Decision<Long>> advance() {
    return pool.advance(now);
  }

  /** Somebody who arrives now. */
  WaitingRequest<Long> next() {
    return arrivals.next(now);
  }

  List<Decision<Long>> decide(WaitingRequest<Long> request) {
    return pool.add(request, now);
  }

  void refill() {
    int missing = WAITING - pool.waiting();
    if (missing > 0) {
      pool.restore(Stream.generate(this::next).limit(missing).toList(), now);
    }
  }

  int waiting() {
    return pool.waiting();
  }
}
