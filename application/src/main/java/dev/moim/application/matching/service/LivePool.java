package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.matching.service.PoolContents.Contents;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorKind;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One pool as this program works on it: the engine in memory, and the store, which is the truth.
 *
 * <p><b>How it keeps them together.</b> Whoever changes a request commits that to the store first,
 * and then hints at it. A run reads what was hinted at, brings the engine to what was read, lets it
 * decide, and commits each step of its decisions in a transaction of its own, which reads all anew.
 * A step that does not hold there any more is given up: all whom it involved are thrown out of the
 * engine without a further decision and hinted at, so that the next round takes in those who still
 * wait and the groups that still stand. So nobody waits for the loss of another. A step that loses
 * its race again and again is given up likewise, and they are looked at a little later. After any
 * other failure the memory is dropped as a whole, and the next run reads the pool from the store.
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

  /** How many of those who wait are offered a seat that has become free. */
  private static final int MOST_LOOKING = 100;

  /** How many rooms may refuse in one run, before the rest is left to a later one. */
  private static final int MOST_REFUSALS = 50;

  /** How often in a row somebody may lose a step in one run, before they are put off. */
  private static final int MOST_LOSSES = 20;

  /** After which what was put off is looked at again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Category category;
  private final PoolSettings settings;
  private final Transactions transactions;
  private final Clock clock;
  private final PoolContents contents;
  private final GroupStore groupStore;

  private final Set<MatchRequestId> hints = ConcurrentHashMap.newKeySet();
  private final Set<MeetingId> groupHints = ConcurrentHashMap.newKeySet();
  private final Set<MemberId> memberHints = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean roomsChanged = new AtomicBoolean();

  /** Held by the one that runs. */
  private final Lock turn = new ReentrantLock();

  /** What is looked at when it is time to come back, and not at once; for the one that runs. */
  private final Set<MatchRequestId> putOff = new HashSet<>();

  private final Set<MeetingId> putOffGroups = new HashSet<>();
  private Optional<Instant> comingBack = Optional.empty();

  /** How many steps in a row somebody has lost in this run. */
  private final Map<MatchRequestId, Integer> losses = new HashMap<>();

  /** When the last run was; for the one that runs. */
  private Instant latest = Instant.MIN;

  /** Held, for microseconds, by whoever looks at the memory or changes it. */
  private final Lock look = new ReentrantLock();

  private Optional<PoolMemory> memory = Optional.empty();
  private final PoolRecord record;

  LivePool(
      Category category,
      PoolSettings settings,
      Transactions transactions,
      Clock clock,
      PoolContents contents,
      GroupStore groupStore) {
    this.category = category;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.contents = contents;
    this.groupStore = groupStore;
    record = new PoolRecord(clock.now());
  }

  // --- Hints -----------------------------------------------------------------------------------

  /** A request is not any more as it was. */
  void hint(MatchRequestId request) {
    hints.add(request);
  }

  /** A meeting has other members than before, or another state. */
  void hint(MeetingId meeting) {
    groupHints.add(meeting);
  }

  /** A room has free seats that it had not. */
  void hintAtRooms() {
    roomsChanged.set(true);
  }

  /** Members keep apart, or do so no longer. */
  void hint(Collection<MemberId> members) {
    memberHints.addAll(members);
  }

  // --- A run -----------------------------------------------------------------------------------

  /** Does what there is to do; returns when there will be something although nobody comes. */
  Optional<Instant> run() {
    turn.lock();
    try {
      if (hasClockGoneBack() || memory.isEmpty()) {
        transactions.storingTogether(this::readAll);
      }
      takeUpWhatWasPutOff();
      losses.clear();
      int rounds = 0;
      do {
        if (rounds++ == MOST_ROUNDS) {
          throw new IllegalStateException("the pool " + category.key() + " does not come to rest");
        }
        transactions.storingTogether(this::round);
      } while (!hints.isEmpty() || !groupHints.isEmpty() || !memberHints.isEmpty());
      return Stream.concat(see(LivePool::nextDue).stream(), comingBack.stream())
          .min(Comparator.naturalOrder());
    } catch (RuntimeException | Error failure) {
      // What the engine believes and what is stored may differ now.
      keep(Optional.empty());
      throw failure;
    } finally {
      turn.unlock();
    }
  }

  private void round() {
    takeInHinted();
    commit(see(known -> known.matcher.advance(clock.now())));
    closeBegun();
    fillRooms();
  }

  /** The engine's time never does: it would expire who comes now, and the store would not. */
  private boolean hasClockGoneBack() {
    Instant before = latest;
    latest = clock.now();
    return latest.isBefore(before);
  }

  private void takeUpWhatWasPutOff() {
    if (comingBack.filter(at -> !clock.now().isBefore(at)).isPresent()) {
      comingBack = Optional.empty();
      hints.addAll(putOff);
      groupHints.addAll(putOffGroups);
      putOff.clear();
      putOffGroups.clear();
    }
  }

  private void comeBack() {
    comingBack = comingBack.or(() -> Optional.of(clock.now().plus(PAUSE)));
  }

  /** Compares the memory with the store; returns how many differ, which the next run looks at. */
  int compare() {
    turn.lock();
    try {
      if (memory.isEmpty()) {
        return 0;
      }
      // Time alone may make a room suit: it comes near.
      roomsChanged.set(true);
      Map<MatchRequestId, Version> stored = transactions.read(contents::versions);
      Map<MatchRequestId, Version> known = see(PoolMemory::versions);
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

  /**
   * What somebody who waits can be told; empty if they do not wait, or this program has not looked
   * at their request.
   */
  Optional<Outlook> outlook(MatchRequestId request) {
    look.lock();
    try {
      return memory
          .filter(known -> known.isWaiting(request))
          .map(known -> known.matcher.outlook(request, clock.now()));
    } finally {
      look.unlock();
    }
  }

  /** How this program works on the pool, in which so many wait. */
  PoolInspection inspect(long waiting, Instant now) {
    look.lock();
    try {
      return new PoolInspection(
          category.key(),
          waiting,
          memory.flatMap(PoolMemory::oldest).map(since -> Duration.between(since, now)),
          memory.map(known -> known.groups.size()).orElse(0),
          record.lastHour(now),
          record.median(now),
          record.decisions());
    } finally {
      look.unlock();
    }
  }

  private <T> T see(Function<PoolMemory, T> what) {
    look.lock();
    try {
      return what.apply(memory.orElseThrow());
    } finally {
      look.unlock();
    }
  }

  private void change(Consumer<PoolMemory> what) {
    see(known -> {
      what.accept(known);
      return known;
    });
  }

  private void keep(Optional<PoolMemory> other) {
    look.lock();
    try {
      memory = other;
    } finally {
      look.unlock();
    }
  }

  private static Optional<Instant> nextDue(PoolMemory known) {
    return Stream.concat(
            known.matcher.nextDue().stream(), known.groups.values().stream().map(OpenGroup::fixBy))
        .min(Comparator.naturalOrder());
  }

  /** Whoever agreed to it and still waits may have a seat in a room. */
  private void fillRooms() {
    boolean isDue = roomsChanged.getAndSet(false);
    List<MatchRequest.Snapshot> willing = see(known -> known.takeWilling(isDue));
    if (willing.isEmpty()) {
      return;
    }
    RoomSeats seats = transactions.read(() -> contents.seats(willing));
    int refusals = 0;
    for (MatchRequest.Snapshot request : willing) {
      if (refusals < MOST_REFUSALS) {
        refusals += lookForSeat(seats, request, MOST_REFUSALS - refusals);
      } else {
        lookForRoomsLater(request);
      }
    }
  }

  private void lookForRoomsLater(MatchRequest.Snapshot request) {
    change(known -> known.addWilling(request.id()));
    comeBack();
  }

  /** Tries the rooms that suit until one takes the request in; returns how many have refused. */
  private int lookForSeat(RoomSeats seats, MatchRequest.Snapshot request, int most) {
    Set<RoomId> refused = new HashSet<>();
    Optional<RoomId> room = seats.suiting(request, refused, clock.now());
    while (room.isPresent() && refused.size() < most && !trySeat(seats, request, room.get())) {
      refused.add(room.get());
      room = seats.suiting(request, refused, clock.now());
    }
    return refused.size();
  }

  /**
   * Takes a seat in a room, if it has one; returns whether there is no need to look for another
   * room: there is a seat for the request in this one, or the request waits no more. A room may
   * refuse for reasons of its own.
   */
  private boolean trySeat(RoomSeats seats, MatchRequest.Snapshot request, RoomId room) {
    try {
      record.matched(groupStore.seat(request.id(), room), clock.now());
      seats.take(room, request);
    } catch (DomainException refusal) {
      if (isBusy(refusal)) {
        lookForRoomsLater(request);
        return true;
      }
      if (refusal.code() != MatchingError.REQUEST_NOT_WAITING) {
        return false;
      }
    }
    change(known -> throwOut(known, Stream.of(request.id())));
    return true;
  }

  // --- From the store into the engine ----------------------------------------------------------

  private void readAll() {
    hints.clear();
    memberHints.clear();
    Contents all = transactions.read(() -> contents.all(clock.now()));
    keep(Optional.of(new PoolMemory(new OnlineMatcher<>(category, settings.policy(), 0))));
    takeIn(all);
  }

  private void takeInHinted() {
    List<MemberId> members = drained(memberHints);
    change(known ->
        throwOut(known, members.stream().flatMap(member -> known.requestOf(member).stream())));
    List<MatchRequestId> requests = drained(hints);
    List<MeetingId> meetings = drained(groupHints);
    if (!requests.isEmpty() || !meetings.isEmpty()) {
      try {
        takeIn(transactions.read(() -> contents.some(requests, meetings, clock.now())));
      } catch (RuntimeException | Error failure) {
        // Reading the whole pool finds requests that may change, and no group that was final.
        groupHints.addAll(meetings);
        throw failure;
      }
    }
  }

  private static <T> List<T> drained(Set<T> hinted) {
    List<T> all = List.copyOf(hinted);
    all.forEach(hinted::remove);
    return all;
  }

  /** Groups first, so that who waits can join them; then who waits, the oldest first. */
  private void takeIn(Contents found) {
    found.groups().forEach((meeting, requests) -> takeInGroup(meeting, requests, found));
    found.requests().stream()
        .sorted(
            Comparator.comparing(MatchRequest.Snapshot::submittedAt)
                .thenComparing(request -> request.id().value()))
        .forEach(request -> takeInRequest(request, found));
  }

  private void takeInRequest(MatchRequest.Snapshot request, Contents found) {
    boolean waits = request.status() == MatchRequestStatus.WAITING;
    if (waits) {
      record.arrived(request, clock.now());
    }
    commit(
        see(known -> {
          if (waits && known.hasAsIs(request)) {
            return List.of();
          }
          throwOut(known, known.misinformedBy(request).stream());
          throwOut(known, Stream.of(request.id()));
          hints.remove(request.id());
          if (!request.isLive()) {
            known.forgetFormer(request.id());
          }
          return waits
              ? known.add(request, found.waiting(request, known.byMember), clock.now())
              : List.of();
        }));
  }

  /** Brings a group to what its meeting has become: open, refilled, given up, or final. */
  private void takeInGroup(
      MeetingId meeting, List<MatchRequest.Snapshot> requests, Contents found) {
    change(known -> {
      throwOut(known, requests.stream().map(MatchRequest.Snapshot::id));
      requests.forEach(request -> {
        throwOut(known, known.misinformedBy(request).stream());
        hints.remove(request.id());
      });
      groupHints.remove(meeting);
    });
    Optional<Participation> present =
        Optional.ofNullable(found.meetings().get(meeting))
            .filter(they -> they.status() == MeetingStatus.UPCOMING)
            .filter(they -> they.startsAt().map(clock.now()::isBefore).orElse(true));
    if (present.isPresent() && isLeft(meeting, requests, present.get())) {
      return;
    }
    List<MatchRequest.Snapshot> coming =
        requests.stream()
            .filter(request -> present.map(now -> Contents.coming(request, now)).orElse(0) > 0)
            .toList();
    settle(requests.stream().filter(request -> !coming.contains(request)).toList());
    if (!coming.isEmpty() && !restoreGroup(present.orElseThrow(), coming, found)) {
      giveUp(meeting, ids(coming));
    }
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
    if (attempt(ids, () -> groupStore.letGo(meeting, ids)) || !putOffGroupWith(ids, meeting)) {
      groupHints.add(meeting);
    }
    return true;
  }

  /** Those who left a group, or whose group has begun or is no more, are done with it. */
  private void settle(List<MatchRequest.Snapshot> requests) {
    List<MatchRequestId> live =
        ids(requests.stream().filter(MatchRequest.Snapshot::isLive).toList());
    if (!live.isEmpty()) {
      attempt(live, () -> groupStore.settle(live));
    }
  }

  private void giveUp(MeetingId meeting, List<MatchRequestId> rest) {
    if (attempt(rest, () -> groupStore.giveUp(meeting, rest))) {
      hints.addAll(rest);
    } else if (!putOffGroupWith(rest, meeting)) {
      groupHints.add(meeting);
    }
  }

  /** Whether what is left is a group; a final one is opened again, for its free seats. */
  private boolean restoreGroup(
      Participation meeting, List<MatchRequest.Snapshot> coming, Contents found) {
    Instant now = clock.now();
    boolean isFixed = coming.stream().allMatch(request -> Contents.isFixed(request, meeting));
    Instant until =
        coming.stream()
            .flatMap(request -> request.openUntil().stream())
            .min(Comparator.naturalOrder())
            .or(meeting::startsAt)
            .orElse(now);
    List<WaitingRequest<MatchRequestId>> members =
        see(known ->
            coming.stream()
                .map(request -> found.waiting(request, meeting, category, now, known.byMember))
                .toList());
    List<Decision<MatchRequestId>> decisions;
    try {
      decisions = see(known -> known.restore(meeting, coming, members, until, now));
    } catch (IllegalArgumentException notValid) {
      return false;
    }
    List<MatchRequestId> ids = ids(coming);
    if (isFixed
        && (see(known -> !known.matcher.contains(ids.getFirst())) || !reopen(coming, until))) {
      // Nobody fits in, or they look for another group already: it stays as it is. Time has passed
      // for others with it, though.
      change(known -> throwOut(known, ids.stream()));
      commit(decisions);
      ids.forEach(hints::remove);
      groupHints.remove(meeting.meeting());
      if (!putOffGroupWith(ids, meeting.meeting())) {
        settle(coming);
      }
    } else {
      commit(decisions);
      haveLookedAgain(coming);
    }
    return true;
  }

  /** If the requests are looked at later, so is their meeting; returns whether it is so. */
  private boolean putOffGroupWith(List<MatchRequestId> requests, MeetingId meeting) {
    boolean isPutOff = putOff.containsAll(requests);
    if (isPutOff) {
      putOffGroups.add(meeting);
    }
    return isPutOff;
  }

  private boolean reopen(List<MatchRequest.Snapshot> group, Instant until) {
    List<MatchRequestId> ids = ids(group);
    return group.stream().allMatch(MatchRequest.Snapshot::isLive)
        || attempt(ids, () -> groupStore.reopen(ids, until));
  }

  /**
   * Who waits already looks for a group again that has a free seat now: the engine offers those
   * only to whoever comes.
   */
  private void haveLookedAgain(List<MatchRequest.Snapshot> group) {
    Instant now = clock.now();
    change(known -> throwOut(known, known.waitingFor(group, MOST_LOOKING, now).stream()));
  }

  private static List<MatchRequestId> ids(List<MatchRequest.Snapshot> requests) {
    return requests.stream().map(MatchRequest.Snapshot::id).toList();
  }

  // --- From the engine into the store ----------------------------------------------------------

  private void closeBegun() {
    Instant now = clock.now();
    List<MatchRequestId> begun =
        see(known ->
            known.groups.values().stream()
                .filter(group -> !now.isBefore(group.fixBy()))
                .map(group -> group.members().iterator().next())
                .toList());
    begun.forEach(member -> commit(see(known -> known.matcher.close(member, now))));
  }

  private void commit(List<Decision<MatchRequestId>> decisions) {
    for (DecidedStep step : DecidedStep.of(decisions)) {
      change(known -> step.relaxed().forEach(known::addWilling));
      if (!step.isToBeStored()) {
        continue;
      }
      if (see(known -> known.knows(step))) {
        Set<MatchRequestId> waiting = see(known -> known.withoutGroup(step.involved()));
        attempt(
            step.involved(),
            () -> {
              GroupStore.Effect effect =
                  groupStore.commit(
                      step,
                      see(known -> known.groupsOf(step)),
                      see(known -> known.versionsOf(step)));
              change(known -> {
                step.groups().forEach(known::drop);
                effect.open().forEach(known::keep);
              });
              record.committed(step, waiting, effect.saved(), clock.now());
              return effect.saved();
            });
      } else {
        // It builds on a step that was lost.
        change(known -> throwOut(known, step.involved().stream()));
      }
    }
  }

  /**
   * Commits something about requests, and remembers how they are now.
   *
   * @return false if it does not hold any more, and they are looked at anew then, or if others
   *     change the same all the time, and they are looked at a little later
   */
  private boolean attempt(
      Collection<MatchRequestId> requests, Supplier<List<MatchRequest.Snapshot>> work) {
    try {
      List<MatchRequest.Snapshot> saved = work.get();
      change(known -> saved.forEach(known::keepIfInPool));
      requests.forEach(losses::remove);
      return true;
    } catch (DomainException refusal) {
      if (isBusy(refusal) || (isLost(refusal) && isLostTooOften(requests))) {
        change(known -> throwOut(known, requests.stream(), putOff, putOffGroups));
        comeBack();
      } else if (isLost(refusal)) {
        change(known -> throwOut(known, requests.stream()));
      } else {
        throw refusal;
      }
      record.lost(clock.now());
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

  private static boolean isBusy(DomainException refusal) {
    return refusal.code() == SharedError.TOO_BUSY;
  }

  private static boolean isLost(DomainException refusal) {
    ErrorKind kind = refusal.code().kind();
    return kind == ErrorKind.CONFLICT || kind == ErrorKind.NOT_FOUND;
  }

  /**
   * Takes requests out of the memory, with all who are in a group with them, be it in the engine's
   * eyes or the store's, so that they are looked at anew.
   */
  private void throwOut(PoolMemory known, Stream<MatchRequestId> requests) {
    throwOut(known, requests, hints, groupHints);
  }

  private static void throwOut(
      PoolMemory known,
      Stream<MatchRequestId> requests,
      Set<MatchRequestId> lookAt,
      Set<MeetingId> lookAtGroups) {
    Deque<MatchRequestId> left = new ArrayDeque<>(requests.toList());
    Set<MatchRequestId> gone = new HashSet<>();
    while (!left.isEmpty()) {
      MatchRequestId id = left.pop();
      if (gone.add(id)) {
        left.addAll(known.matcher.forget(Set.of(id)));
        known
            .groupOf(id)
            .ifPresent(group -> {
              left.addAll(group.members());
              lookAtGroups.add(group.meeting());
              known.drop(group.number());
            });
        known.drop(id);
      }
    }
    lookAt.addAll(gone);
  }
}
