package dev.moim.application.matching.service;

import dev.moim.application.matching.service.PoolContents.Contents;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Brings the memory of a pool, and with it the engine, to what stands in the store. */
final class PoolReading {
  /** What is decided at the arrival of so many is committed before others are taken in. */
  private static final int MOST_ARRIVALS = 32;

  private final PoolState pool;
  private final Supplier<OnlineMatcher<MatchRequestId>> newMatcher;
  private final Transactions transactions;
  private final PoolContents contents;
  private final StepCommits steps;
  private final GroupReading groups;

  /**
   * @param newMatcher makes an engine in which nobody is yet
   */
  PoolReading(
      PoolState pool,
      Supplier<OnlineMatcher<MatchRequestId>> newMatcher,
      Transactions transactions,
      PoolContents contents,
      StepCommits steps,
      GroupReading groups) {
    this.pool = pool;
    this.newMatcher = newMatcher;
    this.transactions = transactions;
    this.contents = contents;
    this.steps = steps;
    this.groups = groups;
  }

  /** Begins anew with the whole pool. */
  void readAll() {
    pool.hints().removeAllInPool();
    Contents all = transactions.read(() -> contents.all(pool.now()));
    pool.memory().replace(new PoolMemory(newMatcher.get()));
    takeIn(all);
  }

  /** Takes up the hints there are. */
  void readHinted() {
    List<MemberId> members = pool.hints().takeMembers();
    pool.memory()
        .change(known ->
            pool.evict(
                members.stream().flatMap(member -> known.requestOf(member).stream()).toList()));
    List<MatchRequestId> requests = pool.hints().takeRequests();
    List<MeetingId> meetings = pool.hints().takeMeetings();
    if (!requests.isEmpty() || !meetings.isEmpty()) {
      try {
        takeIn(transactions.read(() -> contents.some(requests, meetings, pool.now())));
      } catch (RuntimeException | Error failure) {
        // Reading the whole pool finds requests that may change, and no group that was final.
        meetings.forEach(pool.hints()::add);
        throw failure;
      }
    }
  }

  /** Groups first, so that who waits can join them; then who waits, the oldest first. */
  private void takeIn(Contents found) {
    found.groups().forEach((meeting, requests) -> groups.takeIn(meeting, requests, found));
    takeInEach(
        found.requests().stream()
            .sorted(
                Comparator.comparing(MatchRequest.Snapshot::submittedAt)
                    .thenComparing(request -> request.id().value()))
            .toList(),
        found);
  }

  /**
   * What is decided at the arrival of several is committed together, as far as it belongs together.
   * It is committed before anybody is taken out of the engine: a decision is about those who are in
   * it as they were then.
   */
  private void takeInEach(List<MatchRequest.Snapshot> requests, Contents found) {
    List<Decision<MatchRequestId>> decided = new ArrayList<>();
    int arrivals = 0;
    for (MatchRequest.Snapshot request : requests) {
      boolean isNew = pool.memory().see(known -> known.hasNothingOf(request.id()));
      if (!isNew || arrivals == MOST_ARRIVALS) {
        steps.commit(decided);
        decided.clear();
        arrivals = 0;
      }
      decided.addAll(decide(request, found));
      arrivals++;
    }
    steps.commit(decided);
  }

  private List<Decision<MatchRequestId>> decide(MatchRequest.Snapshot request, Contents found) {
    boolean waits = request.status() == MatchRequestStatus.WAITING;
    if (waits) {
      pool.record().arrived(request, pool.now());
    }
    return pool.memory().see(known -> decide(request, waits, found, known));
  }

  private List<Decision<MatchRequestId>> decide(
      MatchRequest.Snapshot request, boolean waits, Contents found, PoolMemory known) {
    if (waits && known.hasAsIs(request)) {
      return List.of();
    }
    pool.evict(known.misinformedBy(request));
    pool.evict(List.of(request.id()));
    pool.hints().remove(request.id());
    if (!request.isLive()) {
      known.forgetFormer(request.id());
    }
    return waits
        ? known.add(request, found.waiting(request, known.byMember), pool.now())
        : List.of();
  }
}
