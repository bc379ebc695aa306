package dev.moim.application.matching.service;

import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in the engine of one pool, and how that hangs together with the store: the leading
 * requests as they were read or saved last, and the meetings of the groups. Not thread-safe.
 */
final class PoolMemory {
  final OnlineMatcher<MatchRequestId> matcher;
  final Map<MemberId, MatchRequestId> byMember = new HashMap<>();
  private final Map<Long, OpenGroup> groups = new HashMap<>();

  /** The same groups, the next to be fixed first. */
  private final NavigableSet<OpenGroup> byDue =
      new TreeSet<>(Comparator.comparing(OpenGroup::fixBy).thenComparingLong(OpenGroup::number));

  private final Map<MatchRequestId, MatchRequest.Snapshot> requests = new HashMap<>();

  /** Whom a request keeps apart from or met lately, if anybody; the engine holds it both ways. */
  private final Map<MatchRequestId, Set<MatchRequestId>> apart = new HashMap<>();

  private final Map<MeetingId, Long> numbers = new HashMap<>();

  /** Who came with a request that was taken out, until it is looked at anew. */
  private final Map<MatchRequestId, List<MemberId>> formerMembers = new HashMap<>();

  /** Who would take a seat in an open room, and for whom none was looked for yet. */
  private final Set<MatchRequestId> willing = new LinkedHashSet<>();

  PoolMemory(OnlineMatcher<MatchRequestId> matcher) {
    this.matcher = matcher;
  }

  Map<MatchRequestId, Version> versions() {
    return requests.values().stream()
        .filter(request -> matcher.contains(request.id()))
        .collect(Collectors.toMap(MatchRequest.Snapshot::id, MatchRequest.Snapshot::version));
  }

  Optional<MatchRequestId> requestOf(MemberId member) {
    return Optional.ofNullable(byMember.get(member));
  }

  /** How many groups may still change. */
  int openGroups() {
    return groups.size();
  }

  /** The group that a request has according to the store. */
  Optional<OpenGroup> groupOf(MatchRequestId id) {
    return known(id).flatMap(MatchRequest.Snapshot::meeting).map(numbers::get).map(groups::get);
  }

  /** Those of some requests that have no group according to the store. */
  Set<MatchRequestId> withoutGroup(Set<MatchRequestId> ids) {
    return ids.stream().filter(id -> groupOf(id).isEmpty()).collect(Collectors.toSet());
  }

  /** Since when the oldest of those waits who have no group according to the store. */
  Optional<Instant> oldest() {
    return requests.values().stream()
        .filter(request -> request.meeting().isEmpty())
        .map(MatchRequest.Snapshot::submittedAt)
        .min(Comparator.naturalOrder());
  }

  /** When there will be something to do, although nobody comes. */
  Optional<Instant> nextDue() {
    return Stream.concat(matcher.nextDue().stream(), byDue.stream().limit(1).map(OpenGroup::fixBy))
        .min(Comparator.naturalOrder());
  }

  /** A member of each group that is to be fixed by now. */
  List<MatchRequestId> membersOfDueGroups(Instant now) {
    return byDue.stream()
        .takeWhile(group -> !now.isBefore(group.fixBy()))
        .map(group -> group.members().iterator().next())
        .toList();
  }

  /** Whether a request is in the engine, and just as it was read now. */
  boolean hasAsIs(MatchRequest.Snapshot request) {
    MatchRequest.Snapshot known = requests.get(request.id());
    return known != null
        && known.version().equals(request.version())
        && matcher.contains(request.id());
  }

  /** Whether a request is new: to take it in takes nobody out, and nobody was misinformed of it. */
  boolean hasNothingOf(MatchRequestId id) {
    return !requests.containsKey(id) && !formerMembers.containsKey(id) && !matcher.contains(id);
  }

  boolean isWaiting(MatchRequestId id) {
    MatchRequest.Snapshot known = requests.get(id);
    return known != null
        && known.meeting().isEmpty()
        && matcher.contains(id)
        && matcher.agreed(id).isEmpty();
  }

  /**
   * Those who were told to keep apart from a request in which other people came along than do now.
   */
  List<MatchRequestId> misinformedBy(MatchRequest.Snapshot request) {
    List<MemberId> before =
        Optional.ofNullable(formerMembers.remove(request.id()))
            .or(() -> known(request.id()).map(MatchRequest.Snapshot::members))
            .orElse(request.members());
    return before.equals(request.members())
        ? List.of()
        : apart.entrySet().stream()
            .filter(entry -> entry.getValue().contains(request.id()))
            .map(Map.Entry::getKey)
            .toList();
  }

  private void keepApart(WaitingRequest<MatchRequestId> waiting) {
    Set<MatchRequestId> others = new HashSet<>(waiting.avoids());
    others.addAll(waiting.recentPartners());
    if (!others.isEmpty()) {
      apart.put(waiting.id(), others);
    }
  }

  /** Whether all that a step tells of is there. */
  boolean knows(DecidedStep step) {
    return requests.keySet().containsAll(step.involved())
        && groups.keySet().containsAll(step.formerGroups());
  }

  /** At which versions the requests stood of which a step tells. */
  Map<MatchRequestId, Version> versionsOf(DecidedStep step) {
    return step.involved().stream()
        .collect(Collectors.toMap(id -> id, id -> known(id).orElseThrow().version()));
  }

  Map<Long, OpenGroup> groupsOf(DecidedStep step) {
    return step.formerGroups().stream().collect(Collectors.toMap(number -> number, groups::get));
  }

  List<Decision<MatchRequestId>> add(
      MatchRequest.Snapshot request, WaitingRequest<MatchRequestId> waiting, Instant now) {
    keepIfInPool(request);
    if (request.wish().fillRooms()) {
      addWilling(request.id());
    }
    keepApart(waiting);
    return matcher.add(waiting, now);
  }

  /**
   * Takes in a group that was formed earlier.
   *
   * @throws IllegalArgumentException if it is not a valid one
   */
  List<Decision<MatchRequestId>> restore(
      Participation meeting,
      List<MatchRequest.Snapshot> members,
      List<WaitingRequest<MatchRequestId>> waiting,
      Instant until,
      Instant now) {
    long number = matcher.lastGroup() + 1;
    List<Decision<MatchRequestId>> decisions = matcher.restoreGroup(number, waiting, until, now);
    members.forEach(this::put);
    waiting.forEach(this::keepApart);
    keep(
        new OpenGroup(
            number,
            meeting.meeting(),
            members.stream().map(MatchRequest.Snapshot::id).collect(Collectors.toSet()),
            until,
            meeting.startsAt().orElse(now)));
    return decisions;
  }

  /** A room is looked for once more. */
  void addWilling(MatchRequestId request) {
    willing.add(request);
  }

  /**
   * Those who wait and would take a seat in an open room, the oldest first.
   *
   * @param all those too for whom one was looked for before
   */
  List<MatchRequest.Snapshot> takeWilling(boolean all) {
    List<MatchRequest.Snapshot> found =
        (all ? requests.values().stream() : willing.stream().flatMap(id -> known(id).stream()))
            .filter(request -> request.wish().fillRooms() && isWaiting(request.id()))
            .sorted(Comparator.comparing(MatchRequest.Snapshot::submittedAt))
            .toList();
    willing.clear();
    return found;
  }

  /** Those who wait and whose conditions suit all of a group, the oldest first. */
  List<MatchRequestId> waitingFor(List<MatchRequest.Snapshot> group, int most, Instant now) {
    return requests.values().stream()
        .filter(request -> isWaiting(request.id()))
        .filter(request ->
            group.stream()
                .allMatch(one -> one.conditionAt(now).meet(request.conditionAt(now)).isPresent()))
        .sorted(Comparator.comparing(MatchRequest.Snapshot::submittedAt))
        .limit(most)
        .map(MatchRequest.Snapshot::id)
        .toList();
  }

  private Optional<MatchRequest.Snapshot> known(MatchRequestId id) {
    return Optional.ofNullable(requests.get(id));
  }

  void keepIfInPool(MatchRequest.Snapshot request) {
    drop(request.id());
    if (request.isInPool()) {
      put(request);
      return;
    }
    apart.remove(request.id());
    if (!request.isLive()) {
      // Who is asked about a group may come back with fewer people.
      formerMembers.remove(request.id());
    }
  }

  private void put(MatchRequest.Snapshot request) {
    formerMembers.remove(request.id());
    requests.put(request.id(), request);
    request.members().forEach(member -> byMember.put(member, request.id()));
  }

  private void drop(MatchRequestId id) {
    MatchRequest.Snapshot before = requests.remove(id);
    if (before != null) {
      before.members().forEach(member -> byMember.remove(member, id));
      formerMembers.put(id, before.members());
    }
  }

  /**
   * What was taken out of the memory together.
   *
   * @param meetings those of the groups, according to the store
   */
  record Evicted(Set<MatchRequestId> requests, Set<MeetingId> meetings) {
    Evicted {
      requests = Set.copyOf(requests);
      meetings = Set.copyOf(meetings);
    }
  }

  /**
   * Takes requests out, with all who are in a group with them, be it in the engine's eyes or the
   * store's; nothing is decided by it.
   */
  Evicted evict(Collection<MatchRequestId> ids) {
    Deque<MatchRequestId> left = new ArrayDeque<>(ids);
    Set<MatchRequestId> gone = new HashSet<>();
    Set<MeetingId> meetings = new HashSet<>();
    while (!left.isEmpty()) {
      MatchRequestId id = left.pop();
      if (gone.add(id)) {
        left.addAll(matcher.forget(Set.of(id)));
        groupOf(id)
            .ifPresent(group -> {
              left.addAll(group.members());
              meetings.add(group.meeting());
              drop(group.number());
            });
        drop(id);
        apart.remove(id);
      }
    }
    return new Evicted(gone, meetings);
  }

  /** A request has ended, or has a final group: nobody asks any more who came with it. */
  void forgetFormer(MatchRequestId id) {
    formerMembers.remove(id);
  }

  void keep(OpenGroup group) {
    drop(group.number());
    groups.put(group.number(), group);
    byDue.add(group);
    numbers.put(group.meeting(), group.number());
  }

  void drop(long group) {
    OpenGroup before = groups.remove(group);
    if (before != null) {
      byDue.remove(before);
      numbers.remove(before.meeting());
    }
  }
}
