package dev.moim.application.matching.service;

import dev.moim.application.matching.service.PoolContents.Contents;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings a group in the memory of a pool to what its meeting has become in the store. */
final class GroupReading {
  /** How many of those who wait are offered a seat that has become free. */
  private static final int MOST_OFFERS = 100;

  private final Category category;
  private final PoolState pool;
  private final SharedMemory memory;
  private final PoolHints hints;
  private final Attempts attempts;
  private final StepCommits steps;
  private final GroupStore store;

  GroupReading(
      Category category, PoolState pool, Attempts attempts, StepCommits steps, GroupStore store) {
    this.category = category;
    this.pool = pool;
    memory = pool.memory();
    hints = pool.hints();
    this.attempts = attempts;
    this.steps = steps;
    this.store = store;
  }

  /** The group is open, open once more for its free seats, given up, or final. */
  void takeIn(MeetingId meeting, List<MatchRequest.Snapshot> requests, Contents found) {
    evict(meeting, requests);
    Optional<Participation> present =
        Optional.ofNullable(found.meetings().get(meeting))
            .filter(they -> they.status() == MeetingStatus.UPCOMING)
            .filter(they -> they.startsAt().map(pool.now()::isBefore).orElse(true));
    if (present.isPresent() && isLeft(meeting, requests, present.get())) {
      return;
    }
    List<MatchRequest.Snapshot> coming =
        requests.stream()
            .filter(request -> present.map(now -> Contents.coming(request, now)).orElse(0) > 0)
            .toList();
    release(requests.stream().filter(request -> !coming.contains(request)).toList());
    if (!coming.isEmpty() && !restore(present.orElseThrow(), coming, found)) {
      giveUp(meeting, ids(coming));
    }
  }

  private void evict(MeetingId meeting, List<MatchRequest.Snapshot> requests) {
    memory.change(known -> {
      pool.evict(ids(requests));
      requests.forEach(request -> {
        pool.evict(known.misinformedBy(request));
        hints.remove(request.id());
      });
      hints.remove(meeting);
    });
  }

  /**
   * Whether somebody left a meeting of which their request does not know yet: then the request
   * learns of it first, lest they be taken along by their party, and the group is looked at anew.
   */
  private boolean isLeft(
      MeetingId meeting, List<MatchRequest.Snapshot> requests, Participation present) {
    if (requests.stream().allMatch(one -> Contents.coming(one, present) == one.people())) {
      return false;
    }
    List<MatchRequestId> ids = ids(requests);
    if (attempts.commit(ids, () -> store.letGo(meeting, ids))
        || !pool.postponed().addIfAllAre(ids, meeting)) {
      hints.add(meeting);
    }
    return true;
  }

  /** Those who left a group, or whose group has begun or is no more, are done with it. */
  private void release(List<MatchRequest.Snapshot> requests) {
    List<MatchRequestId> live =
        ids(requests.stream().filter(MatchRequest.Snapshot::isLive).toList());
    if (!live.isEmpty()) {
      attempts.commit(live, () -> store.release(live));
    }
  }

  private void giveUp(MeetingId meeting, List<MatchRequestId> rest) {
    if (attempts.commit(rest, () -> store.giveUp(meeting, rest))) {
      hints.addAll(rest);
    } else if (!pool.postponed().addIfAllAre(rest, meeting)) {
      hints.add(meeting);
    }
  }

  /** Whether what is left is a group; a final one is opened again, for its free seats. */
  private boolean restore(
      Participation meeting, List<MatchRequest.Snapshot> coming, Contents found) {
    Instant now = pool.now();
    boolean isFixed = coming.stream().allMatch(request -> Contents.isFixed(request, meeting));
    Instant until =
        coming.stream()
            .flatMap(request -> request.openUntil().stream())
            .min(Comparator.naturalOrder())
            .or(meeting::startsAt)
            .orElse(now);
    List<WaitingRequest<MatchRequestId>> members =
        memory.see(known ->
            coming.stream()
                .map(request -> found.waiting(request, meeting, category, now, known.byMember))
                .toList());
    List<Decision<MatchRequestId>> decisions;
    try {
      decisions = memory.see(known -> known.restore(meeting, coming, members, until, now));
    } catch (IllegalArgumentException notValid) {
      return false;
    }
    if (isFixed && !(isOpen(coming) && reopen(coming, until))) {
      leaveFinal(meeting.meeting(), coming, decisions);
    } else {
      steps.commit(decisions);
      offerSeats(coming);
    }
    return true;
  }

  /** Whether anybody fits into the group, in the engine's eyes. */
  private boolean isOpen(List<MatchRequest.Snapshot> group) {
    return memory.see(known -> known.matcher.contains(group.getFirst().id()));
  }

  private boolean reopen(List<MatchRequest.Snapshot> group, Instant until) {
    List<MatchRequestId> ids = ids(group);
    return group.stream().allMatch(MatchRequest.Snapshot::isLive)
        || attempts.commit(ids, () -> store.reopen(ids, until));
  }

  /**
   * Nobody fits into a final group, or its members look for another one already: it stays as it is.
   * Time has passed for others with it, though, so what was decided meanwhile holds.
   */
  private void leaveFinal(
      MeetingId meeting,
      List<MatchRequest.Snapshot> group,
      List<Decision<MatchRequestId>> decisions) {
    List<MatchRequestId> ids = ids(group);
    pool.evict(ids);
    steps.commit(decisions);
    ids.forEach(hints::remove);
    hints.remove(meeting);
    if (!pool.postponed().addIfAllAre(ids, meeting)) {
      release(group);
    }
  }

  /**
   * Who waits already looks for a group again that has a free seat now: the engine offers those
   * only to whoever comes.
   */
  private void offerSeats(List<MatchRequest.Snapshot> group) {
    Instant now = pool.now();
    memory.change(known -> pool.evict(known.waitingFor(group, MOST_OFFERS, now)));
  }

  private static List<MatchRequestId> ids(List<MatchRequest.Snapshot> requests) {
    return requests.stream().map(MatchRequest.Snapshot::id).toList();
  }
}
