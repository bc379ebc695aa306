package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.PoolInspection.Decided;
import dev.moim.application.matching.port.in.PoolInspection.Kind;
import dev.moim.application.matching.port.in.PoolInspection.LastHour;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * What happened in a pool lately, as far as this program brought it about: in memory, bounded, and
 * of how many people rather than of whom. Thread-safe.
 */
final class PoolRecord {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_DECISIONS = 50;
  private static final int MOST_WAITS = 1_000;
  private static final int MOST_KNOWN = 20_000;

  /** What is counted in each minute. */
  private static final class Minute {
    int arrived;
    int matched;
    int expired;
    int lost;
  }

  /** How long some people waited who then got a group. */
  private record Wait(Instant matchedAt, Duration length, int people) {}

  private final NavigableMap<Instant, Minute> minutes = new TreeMap<>();
  private final Deque<Wait> waits = new ArrayDeque<>();
  private final Deque<Decided> decisions = new ArrayDeque<>();

  /** Who has arrived, so that nobody who is looked at anew is counted twice. */
  private final SequencedSet<MatchRequestId> known = new LinkedHashSet<>();

  /** Whoever began to wait before that is no arrival. */
  private final Instant since;

  PoolRecord(Instant since) {
    this.since = since;
  }

  /** A request was taken in; counts when it began to wait, once. */
  synchronized void arrived(MatchRequest.Snapshot request, Instant now) {
    if (!request.submittedAt().isBefore(since) && known.add(request.id())) {
      if (known.size() > MOST_KNOWN) {
        known.removeFirst();
      }
      if (request.submittedAt().plus(KEPT).isAfter(now)) {
        minute(request.submittedAt(), now).arrived += request.people();
      }
    }
  }

  /** Something that was decided does not hold any more. */
  synchronized void lost(Instant now) {
    minute(now, now).lost++;
  }

  /**
   * A step was committed.
   *
   * @param waiting who had no group before
   * @param saved the leading requests as they are now
   */
  synchronized void committed(
      DecidedStep step,
      Set<MatchRequestId> waiting,
      Collection<MatchRequest.Snapshot> saved,
      Instant now) {
    Map<MatchRequestId, MatchRequest.Snapshot> requests = new HashMap<>();
    saved.forEach(request -> requests.put(request.id(), request));
    step.formed().forEach(each -> decided(each.at(), Kind.FORMED, each.people(), each.cause()));
    step.changed().forEach(each -> decided(each.at(), Kind.CHANGED, each.people(), each.cause()));
    step.closed()
        .values()
        .forEach(each ->
            decided(each.at(), Kind.CLOSED, people(each.members(), requests), each.cause()));
    step.dissolved()
        .forEach(each ->
            decided(each.at(), Kind.DISSOLVED, people(each.waiting(), requests), each.cause()));
    step.expired()
        .forEach(each ->
            Optional.ofNullable(requests.get(each.id()))
                .ifPresent(request -> expired(each.at(), request, now)));
    Set<MatchRequestId> grouped = new LinkedHashSet<>();
    step.formed().forEach(each -> grouped.addAll(each.members()));
    step.changed().forEach(each -> grouped.addAll(each.members()));
    grouped.retainAll(waiting);
    matched(
        grouped.stream().flatMap(id -> Optional.ofNullable(requests.get(id)).stream()).toList(),
        now);
  }

  /** Those who waited have a group or a seat, or are asked about a group. */
  synchronized void matched(Collection<MatchRequest.Snapshot> requests, Instant now) {
    for (MatchRequest.Snapshot request : requests) {
      minute(now, now).matched += request.people();
      waits.addLast(new Wait(now, Duration.between(request.submittedAt(), now), request.people()));
      if (waits.size() > MOST_WAITS) {
        waits.removeFirst();
      }
    }
  }

  private void expired(Instant at, MatchRequest.Snapshot request, Instant now) {
    minute(now, now).expired += request.people();
    keep(new Decided(at, Kind.EXPIRED, request.people(), Optional.empty(), request.endReason()));
  }

  private void decided(Instant at, Kind kind, int people, Cause cause) {
    Optional<EndReason> none = Optional.empty();
    keep(new Decided(at, kind, people, Optional.of(cause), none));
  }

  private void keep(Decided decision) {
    decisions.addFirst(decision);
    if (decisions.size() > MOST_DECISIONS) {
      decisions.removeLast();
    }
  }

  private static int people(
      Collection<MatchRequestId> ids, Map<MatchRequestId, MatchRequest.Snapshot> requests) {
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(requests.get(id)).stream())
        .mapToInt(MatchRequest.Snapshot::people)
        .sum();
  }

  private Minute minute(Instant at, Instant now) {
    forget(now);
    return minutes.computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), key -> new Minute());
  }

  private void forget(Instant now) {
    minutes.headMap(now.minus(KEPT).truncatedTo(ChronoUnit.MINUTES), true).clear();
    while (!waits.isEmpty() && !waits.getFirst().matchedAt().plus(KEPT).isAfter(now)) {
      waits.removeFirst();
    }
  }

  synchronized LastHour lastHour(Instant now) {
    forget(now);
    var sum = new Minute();
    for (Minute each : minutes.values()) {
      sum.arrived += each.arrived;
      sum.matched += each.matched;
      sum.expired += each.expired;
      sum.lost += each.lost;
    }
    return new LastHour(sum.arrived, sum.matched, sum.expired, sum.lost);
  }

  /** How long half of those waited at most who got a group within the last hour. */
  synchronized Optional<Duration> median(Instant now) {
    forget(now);
    List<Duration> each = new ArrayList<>();
    for (Wait wait : waits) {
      for (int i = 0; i < wait.people(); i++) {
        each.add(wait.length());
      }
    }
    each.sort(null);
    return each.isEmpty() ? Optional.empty() : Optional.of(each.get((each.size() - 1) / 2));
  }

  /** What was decided last, the latest first. */
  synchronized List<Decided> decisions() {
    return List.copyOf(decisions);
  }
}
