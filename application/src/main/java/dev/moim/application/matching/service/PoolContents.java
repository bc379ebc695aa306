package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.room.port.in.FindSeats.FreeSeats;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads requests as the engine needs them: with whom they keep apart, and the groups they have. */
final class PoolContents {
  private final Category category;
  private final PoolSettings settings;
  private final ZoneId zone;
  private final MatchRequests requests;
  private final MatchingNeighbours neighbours;

  PoolContents(
      Category category,
      PoolSettings settings,
      ZoneId zone,
      MatchRequests requests,
      MatchingNeighbours neighbours) {
    this.category = category;
    this.settings = settings;
    this.zone = zone;
    this.requests = requests;
    this.neighbours = neighbours;
  }

  /**
   * What was read.
   *
   * @param requests leading requests that wait, or have ended
   * @param groups the leading requests of groups that may change, each group whole
   * @param apart who must not meet, by member
   * @param partners who met lately, by member
   * @param meetings those of the groups
   */
  record Contents(
      List<MatchRequest.Snapshot> requests,
      Map<MeetingId, List<MatchRequest.Snapshot>> groups,
      Map<MemberId, Set<MemberId>> apart,
      Map<MemberId, Set<MemberId>> partners,
      Map<MeetingId, Participation> meetings) {
    /** How many of those who belong to a request are still in its meeting. */
    static int coming(MatchRequest.Snapshot request, Participation meeting) {
      return (int) request.members().stream().filter(meeting.members()::contains).count();
    }

    /**
     * A request that waits, as the engine takes it.
     *
     * @param pool the leading requests of those who are in the pool
     */
    WaitingRequest<MatchRequestId> waiting(
        MatchRequest.Snapshot request, Map<MemberId, MatchRequestId> pool) {
      MatchRequest.Wish wish = request.wish();
      return waiting(request, request.people(), request.expiresAt(), wish, pool);
    }

    /**
     * A request that is in a group, as the engine takes it. In one that is fixed, it asks for what
     * was fixed: whoever takes a free seat must be content with that.
     */
    WaitingRequest<MatchRequestId> waiting(
        MatchRequest.Snapshot request,
        Participation meeting,
        Category category,
        Instant now,
        Map<MemberId, MatchRequestId> pool) {
      int people = coming(request, meeting);
      if (!isFixed(request, meeting)) {
        return waiting(request, people, request.expiresAt(), request.wish(), pool);
      }
      AllOf fixed = category.fixed(meeting.agreed(), meeting.startsAt());
      MatchRequest.Wish wish = MatchRequest.Wish.of(fixed, request.sizeAt(now));
      return waiting(request, people, passed(request), wish, pool);
    }

    /**
     * Whether place and time of the group are fixed, and no more than its free seats are filled.
     */
    static boolean isFixed(MatchRequest.Snapshot request, Participation meeting) {
      return request
          .openUntil()
          .map(until -> meeting.startsAt().filter(start -> !until.isBefore(start)).isPresent())
          .orElse(true);
    }

    /** Whose place and time are fixed is in no other group, whatever their patience was. */
    private static Instant passed(MatchRequest.Snapshot request) {
      return request.submittedAt().plus(1, ChronoUnit.MICROS);
    }

    private WaitingRequest<MatchRequestId> waiting(
        MatchRequest.Snapshot request,
        int people,
        Instant expiresAt,
        MatchRequest.Wish wish,
        Map<MemberId, MatchRequestId> pool) {
      return new WaitingRequest<>(
          request.id(),
          people,
          wish.condition(),
          wish.size(),
          request.submittedAt(),
          expiresAt,
          wish.relaxations(),
          among(request, apart, pool),
          among(request, partners, pool));
    }

    private static Set<MatchRequestId> among(
        MatchRequest.Snapshot request,
        Map<MemberId, Set<MemberId>> others,
        Map<MemberId, MatchRequestId> pool) {
      Set<MatchRequestId> found = new HashSet<>();
      for (MemberId member : request.members()) {
        for (MemberId other : others.getOrDefault(member, Set.of())) {
          MatchRequestId theirs = pool.get(other);
          if (theirs != null && !theirs.equals(request.id())) {
            found.add(theirs);
          }
        }
      }
      return found;
    }
  }

  /** The whole pool. */
  Contents all(Instant now) {
    List<MatchRequest.Snapshot> pool = requests.inPool(category.key());
    return read(
        pool.stream().filter(request -> request.meeting().isEmpty()).toList(),
        pool.stream().filter(request -> request.meeting().isPresent()).toList(),
        now);
  }

  /** Some requests, each with its leading one, and all that share their groups. */
  Contents some(Collection<MatchRequestId> ids, Collection<MeetingId> groups, Instant now) {
    Map<MatchRequestId, MatchRequest.Snapshot> found = new LinkedHashMap<>();
    Set<MatchRequestId> leading = new HashSet<>();
    for (MatchRequest request : requests.findAll(ids)) {
      MatchRequest.Snapshot state = request.snapshot();
      state.leader().ifPresentOrElse(leading::add, () -> found.put(state.id(), state));
    }
    leading.removeAll(found.keySet());
    requests
        .findAll(leading)
        .forEach(leader -> found.put(leader.snapshot().id(), leader.snapshot()));
    Set<MeetingId> meetings = new HashSet<>(groups);
    found.values().stream()
        .filter(MatchRequest.Snapshot::isLive)
        .forEach(request -> request.meeting().ifPresent(meetings::add));
    List<MatchRequest.Snapshot> grouped =
        meetings.isEmpty() ? List.of() : requests.ofMeetings(meetings);
    grouped.forEach(request -> found.remove(request.id()));
    return read(List.copyOf(found.values()), grouped, now);
  }

  private Contents read(
      List<MatchRequest.Snapshot> single, List<MatchRequest.Snapshot> grouped, Instant now) {
    Map<MeetingId, List<MatchRequest.Snapshot>> groups = byMeeting(grouped);
    Set<MemberId> members = new HashSet<>();
    single.forEach(request -> members.addAll(request.members()));
    grouped.forEach(request -> members.addAll(request.members()));
    return new Contents(
        single,
        groups,
        members.isEmpty() ? Map.of() : neighbours.members().apart().of(members),
        members.isEmpty() || settings.avoidPartners().isZero()
            ? Map.of()
            : neighbours
                .meetings()
                .partners()
                .of(members, category.key(), now.minus(settings.avoidPartners())),
        groups.isEmpty() ? Map.of() : neighbours.meetings().find().find(groups.keySet()));
  }

  /** The seats that are free in rooms, for some who wait. */
  RoomSeats seats(Collection<MatchRequest.Snapshot> waiting) {
    List<MemberId> members =
        waiting.stream().flatMap(request -> request.members().stream()).toList();
    List<FreeSeats> rooms = neighbours.rooms().find().find(category.key());
    return new RoomSeats(
        category,
        zone,
        rooms,
        rooms.isEmpty() ? Map.of() : neighbours.members().apart().of(members));
  }

  /** At which version each leading request of the pool stands. */
  Map<MatchRequestId, Version> versions() {
    return requests.versionsInPool(category.key());
  }

  private static Map<MeetingId, List<MatchRequest.Snapshot>> byMeeting(
      List<MatchRequest.Snapshot> requests) {
    Map<MeetingId, List<MatchRequest.Snapshot>> byMeeting = new LinkedHashMap<>();
    for (MatchRequest.Snapshot request : requests) {
      request
          .meeting()
          .ifPresent(
              meeting -> byMeeting.computeIfAbsent(meeting, key -> new ArrayList<>()).add(request));
    }
    return byMeeting;
  }
}
