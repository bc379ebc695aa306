package dev.moim.application.matching.service;

import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.RegroupMeeting;
import dev.moim.application.meeting.port.in.SettleMeeting;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.RoomSeat;
import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts into effect what the engine decided about one pool, each step in a transaction of its own.
 * All that it changes is read in that transaction, so that whoever was quicker (a member who took a
 * request back, say) is seen, and the step refused as a whole.
 */
final class GroupStore {
  /** A group is fixed before it starts; one that is open until its start was fixed already. */
  private static final Duration BEFORE_START = Duration.of(1, ChronoUnit.MICROS);

  private final Category category;
  private final PoolSettings settings;
  private final ZoneId zone;
  private final MatchingPorts ports;
  private final MatchingNeighbours neighbours;
  private final MatchRequestStore store;
  private final PartyStore partyStore;
  private final Blocks blocks;

  GroupStore(
      Category category,
      PoolSettings settings,
      ZoneId zone,
      MatchingPorts ports,
      MatchingNeighbours neighbours,
      MatchRequestStore store,
      PartyStore partyStore) {
    this.category = category;
    this.settings = settings;
    this.zone = zone;
    this.ports = ports;
    this.neighbours = neighbours;
    this.store = store;
    this.partyStore = partyStore;
    blocks = new Blocks(neighbours.members().apart());
  }

  /**
   * What a step has made.
   *
   * @param open the groups that may still change, as they are now
   * @param saved the leading requests as they are now
   */
  record Effect(List<OpenGroup> open, List<MatchRequest.Snapshot> saved) {}

  /**
   * Commits a step.
   *
   * @param groups those that may still change, by number
   * @param versions at which the requests stood when the step was decided, or when what was decided
   *     before it was stored
   * @throws dev.moim.domain.shared.DomainException if it does not hold any more: one of those it is
   *     about has ended or was matched meanwhile, or keeps apart from another
   */
  Effect commit(
      DecidedStep step, Map<Long, OpenGroup> groups, Map<MatchRequestId, Version> versions) {
    return ports
        .transactions()
        .write(() -> new Work(step.involved()).commit(step, groups, versions));
  }

  private static OpenGroup former(Map<Long, OpenGroup> groups, long number) {
    return Optional.ofNullable(groups.get(number)).orElseThrow();
  }

  /** Place and time of a group. */
  private record Agreement(AllOf agreed, Optional<Instant> startsAt) {}

  /** The requests of one transaction. */
  private final class Work {
    private final Instant now = ports.clock().now();
    private final Map<MatchRequestId, Party> parties = new HashMap<>();
    private final Map<MeetingId, Participation> meetings = new HashMap<>();
    private final Set<MatchRequestId> touched = new LinkedHashSet<>();

    Work(Collection<MatchRequestId> leading) {
      for (MatchRequest request : store.all(leading)) {
        parties.put(request.snapshot().id(), partyStore.of(request));
      }
    }

    private Party party(MatchRequestId leading) {
      return Optional.ofNullable(parties.get(leading)).orElseThrow();
    }

    Effect commit(
        DecidedStep step, Map<Long, OpenGroup> groups, Map<MatchRequestId, Version> versions) {
      versions.forEach(this::requireVersion);
      requireMeetings(
          groups.values().stream()
              .collect(Collectors.toMap(OpenGroup::meeting, OpenGroup::members)));
      List<OpenGroup> open = new ArrayList<>();
      for (Decision.Formed<MatchRequestId> group : step.formed()) {
        requireMayMeet(group.members(), group.members());
        if (settings.acceptance().isPresent()) {
          propose(group.members(), settings.acceptance().get());
        } else {
          form(group, step.closed().containsKey(group.group())).ifPresent(open::add);
        }
      }
      for (Decision.Changed<MatchRequestId> group : step.changed()) {
        open.add(change(group, former(groups, group.group())));
      }
      Set<Long> formed = new HashSet<>();
      step.formed().forEach(group -> formed.add(group.group()));
      step.closed().values().stream()
          .filter(group -> !formed.contains(group.group()))
          .forEach(group -> {
            close(group, former(groups, group.group()));
            open.removeIf(one -> one.number() == group.group());
          });
      step.dissolved().forEach(group -> dissolve(group, former(groups, group.group())));
      step.expired().forEach(this::expire);
      return new Effect(open, save());
    }

    private List<MatchRequest> people(Collection<MatchRequestId> leading) {
      return leading.stream().flatMap(id -> party(id).requests()).toList();
    }

    private List<MemberId> members(Collection<MatchRequestId> leading) {
      return people(leading).stream().map(each -> each.snapshot().member()).toList();
    }

    private void change(MatchRequestId leading, Consumer<MatchRequest> change) {
      party(leading).requests().forEach(change);
      touched.add(leading);
    }

    /** Whoever has changed since, as a party that somebody left, is no part of what was decided. */
    private void requireVersion(MatchRequestId id, Version version) {
      if (!party(id).leading().snapshot().version().equals(version)) {
        throw MatchingError.REQUEST_NOT_WAITING.exception();
      }
    }

    /** Whoever has left a meeting, of which their request does not know yet, is in no group. */
    private void requireMeetings(Map<MeetingId, ? extends Collection<MatchRequestId>> groups) {
      if (groups.isEmpty()) {
        return;
      }
      meetings.putAll(neighbours.meetings().find().find(groups.keySet()));
      groups.forEach((id, members) -> {
        List<MemberId> present =
            Optional.ofNullable(meetings.get(id)).map(Participation::members).orElse(List.of());
        for (MatchRequestId member : members) {
          if (parties.containsKey(member) && !present.containsAll(members(List.of(member)))) {
            throw MatchingError.REQUEST_NOT_WAITING.exception();
          }
        }
      });
    }

    /** A block may have come between the decision and now. */
    private void requireMayMeet(Collection<MatchRequestId> coming, Collection<MatchRequestId> all) {
      if (blocks.forbid(snapshots(coming), snapshots(all))) {
        throw MatchingError.REQUEST_NOT_WAITING.exception();
      }
    }

    private List<MatchRequest.Snapshot> snapshots(Collection<MatchRequestId> leading) {
      return people(leading).stream().map(MatchRequest::snapshot).toList();
    }

    private Optional<OpenGroup> form(Decision.Formed<MatchRequestId> group, boolean isClosed) {
      Instant earliest = now.plus(settings.lead());
      AllOf agreed = agree(group.members(), earliest);
      Instant startsAt = category.startsAt(agreed, earliest, zone);
      MeetingId meeting =
          neighbours
              .meetings()
              .form()
              .form(
                  new FormMeeting.Command(
                      category.key(),
                      agreed,
                      members(group.members()),
                      new MeetingSource.RandomMatch(),
                      Optional.of(startsAt)));
      Optional<Instant> fixBy =
          isClosed
              ? Optional.empty()
              : group.openUntil().map(at -> first(at, startsAt.minus(BEFORE_START)));
      AllOf fixed = category.fixed(agreed, startsAt);
      group.members().forEach(id -> bring(id, meeting, fixBy, fixed, group.people()));
      return fixBy.map(
          at -> new OpenGroup(group.group(), meeting, Set.copyOf(group.members()), at, earliest));
    }

    private OpenGroup change(Decision.Changed<MatchRequestId> group, OpenGroup before) {
      Set<MatchRequestId> joined = new HashSet<>(group.members());
      joined.removeAll(before.members());
      requireMayMeet(joined, group.members());
      Set<MatchRequestId> gone = new HashSet<>(before.members());
      gone.removeAll(group.members());
      Agreement agreement =
          isFixed(before) ? known(before.meeting()) : agreement(group.members(), before);
      Instant fixBy = fixBy(group, before, agreement);
      neighbours
          .meetings()
          .regroup()
          .regroup(
              new RegroupMeeting.Command(
                  before.meeting(),
                  members(joined),
                  members(gone),
                  agreement.agreed(),
                  agreement.startsAt()));
      AllOf fixed = category.fixed(agreement.agreed(), agreement.startsAt());
      group.members().stream()
          .filter(id -> joined.contains(id) || fixBy.isBefore(before.fixBy()))
          .forEach(id -> bring(id, before.meeting(), Optional.of(fixBy), fixed, group.people()));
      return new OpenGroup(
          group.group(), before.meeting(), Set.copyOf(group.members()), fixBy, before.earliest());
    }

    /** With whom it is to be now, a group may start earlier than it was to be fixed. */
    private Instant fixBy(
        Decision.Changed<MatchRequestId> group, OpenGroup before, Agreement agreement) {
      Instant end = group.openUntil().map(at -> first(at, before.fixBy())).orElse(now);
      return isFixed(before)
          ? end
          : agreement.startsAt().map(start -> first(end, start.minus(BEFORE_START))).orElse(end);
    }

    /** Who waits is matched; who has another group is moved. */
    private void bring(
        MatchRequestId id, MeetingId meeting, Optional<Instant> fixBy, AllOf fixed, int people) {
      change(
          id,
          request -> {
            if (request.isInOpenGroup()) {
              request.move(meeting, fixBy, now);
            } else {
              request.match(meeting, fixBy, fixed, people, now);
            }
          });
    }

    private void close(Decision.Closed<MatchRequestId> group, OpenGroup before) {
      if (!isFixed(before)) {
        Agreement agreement = agreement(group.members(), before);
        neighbours
            .meetings()
            .settle()
            .settle(
                new SettleMeeting.Command(
                    before.meeting(), agreement.agreed(), agreement.startsAt()));
      }
      group.members().forEach(id -> change(id, MatchRequest::closeGroup));
    }

    /** Place and time that everybody was told of stay, whoever took a free seat. */
    private boolean isFixed(OpenGroup group) {
      return Optional.ofNullable(meetings.get(group.meeting()))
          .flatMap(Participation::startsAt)
          .filter(start -> !group.fixBy().isBefore(start))
          .isPresent();
    }

    /** What the members of a group agree on by now. */
    private Agreement agreement(Collection<MatchRequestId> members, OpenGroup before) {
      AllOf agreed = agree(members, before.earliest());
      Instant startsAt = category.startsAt(agreed, before.earliest(), zone);
      if (startsAt.isBefore(now) && !isKnownToStart(before.meeting(), startsAt)) {
        agreed = agree(members, now);
        startsAt = category.startsAt(agreed, now, zone);
      }
      return new Agreement(agreed, Optional.of(startsAt));
    }

    /** What the members of a group were told. */
    private Agreement known(MeetingId id) {
      return Optional.ofNullable(meetings.get(id))
          .map(meeting -> new Agreement(meeting.agreed(), meeting.startsAt()))
          .orElseThrow(MatchingError.REQUEST_NOT_WAITING::exception);
    }

    private boolean isKnownToStart(MeetingId meeting, Instant at) {
      return Optional.ofNullable(meetings.get(meeting))
          .flatMap(Participation::startsAt)
          .filter(at::equals)
          .isPresent();
    }

    private void dissolve(Decision.Dissolved<MatchRequestId> group, OpenGroup before) {
      neighbours
          .meetings()
          .callOff()
          .callOff(
              new CallOffMeeting.Command(
                  before.meeting(),
                  group.waiting().isEmpty() ? CallOffReason.REGROUPED : CallOffReason.TOO_FEW,
                  Set.copyOf(members(group.waiting()))));
      group.waiting().forEach(id -> change(id, request -> request.returnToWaiting(now)));
    }

    private void propose(List<MatchRequestId> group, Duration acceptance) {
      var id = new MatchProposalId(ports.ids().next());
      Instant respondBy = now.plus(acceptance);
      ports
          .proposals()
          .save(
              MatchProposal.of(
                  id,
                  category.key(),
                  agree(group, now.plus(settings.lead())),
                  people(group).stream()
                      .map(MatchRequest::snapshot)
                      .map(each -> new MatchProposal.Seat(each.id(), each.member(), false))
                      .toList(),
                  respondBy));
      group.forEach(each -> change(each, request -> request.propose(id, respondBy, now)));
    }

    private void expire(Decision.Expired<MatchRequestId> decision) {
      EndReason reason =
          decision.suitable() > 0 ? EndReason.NO_GROUP_POSSIBLE : EndReason.NOBODY_SUITED;
      change(decision.id(), request -> request.expire(reason, now));
    }

    /** A party's wish counts once for each of its people. */
    private AllOf agree(Collection<MatchRequestId> group, Instant earliest) {
      List<AllOf> wishes =
          group.stream()
              .map(id -> party(id).leading().snapshot())
              .flatMap(each -> Collections.nCopies(each.people(), condition(each)).stream())
              .toList();
      return category
          .agree(wishes, earliest, zone)
          .orElseThrow(() -> MatchingError.REQUEST_NOT_WAITING.exception());
    }

    private AllOf condition(MatchRequest.Snapshot request) {
      return settings.policy().relaxation() ? request.conditionAt(now) : request.wish().condition();
    }

    private List<MatchRequest.Snapshot> save() {
      List<MatchRequest.Snapshot> saved = new ArrayList<>();
      for (MatchRequestId id : touched) {
        saved.add(partyStore.save(party(id)));
      }
      return saved;
    }
  }

  // --- Seats in open rooms -----------------------------------------------------------------------

  /**
   * Takes seats in a room for somebody who waits, and all who come along.
   *
   * @throws dev.moim.domain.shared.DomainException if the room has none left for them, or they do
   *     not wait any more
   */
  List<MatchRequest.Snapshot> seat(MatchRequestId leading, RoomId room) {
    return ports
        .transactions()
        .write(() -> {
          var work = new Work(List.of(leading));
          if (!work.party(leading).requests().allMatch(request -> request.isWaiting(work.now))) {
            throw MatchingError.REQUEST_NOT_WAITING.exception();
          }
          Map<MemberId, Integer> seats =
              neighbours.rooms().take().take(room, work.members(List.of(leading)));
          work.change(
              leading,
              request ->
                  request.seat(
                      new RoomSeat(
                          room,
                          Optional.ofNullable(seats.get(request.snapshot().member()))
                              .orElseThrow()),
                      work.now));
          return work.save();
        });
  }

  // --- Groups whose meeting has changed without the engine ------------------------------------

  /** Lets go of requests whose group has begun or is over, or that have left it. */
  List<MatchRequest.Snapshot> release(Collection<MatchRequestId> leading) {
    return changeAll(leading, MatchRequest::closeGroup);
  }

  /** Lets the free seat of a meeting be filled until it starts. */
  List<MatchRequest.Snapshot> reopen(Collection<MatchRequestId> leading, Instant until) {
    return changeAll(leading, request -> request.reopenGroup(until));
  }

  /**
   * Calls a meeting off for which too few are left: they wait again. Whoever has asked for another
   * group meanwhile is content with that, and so is their party.
   */
  List<MatchRequest.Snapshot> giveUp(MeetingId meeting, Collection<MatchRequestId> leading) {
    return ports
        .transactions()
        .write(() -> {
          var work = new Work(leading);
          List<MatchRequestId> again =
              leading.stream()
                  .filter(id -> work.party(id).requests().allMatch(store::mayLookAgain))
                  .toList();
          neighbours
              .meetings()
              .callOff()
              .callOff(
                  new CallOffMeeting.Command(
                      meeting, CallOffReason.TOO_FEW, Set.copyOf(work.members(again))));
          work.requireMeetings(Map.of(meeting, leading));
          Instant now = ports.clock().now();
          for (MatchRequestId id : again) {
            work.change(
                id,
                request -> {
                  request.reopenGroup(now);
                  request.returnToWaiting(now);
                });
          }
          return work.save();
        });
  }

  /** Ends the requests of those who have left a meeting; their parties go on without them. */
  List<MatchRequest.Snapshot> letGo(MeetingId id, Collection<MatchRequestId> leading) {
    return ports
        .transactions()
        .write(() -> {
          List<MemberId> present =
              Optional.ofNullable(neighbours.meetings().find().find(List.of(id)).get(id))
                  .map(Participation::members)
                  .orElse(List.of());
          var work = new Work(leading);
          work.people(leading).stream()
              .map(MatchRequest::snapshot)
              .filter(one -> one.meeting().equals(Optional.of(id)))
              .filter(one -> !present.contains(one.member()))
              .map(MatchRequest.Snapshot::id)
              .forEach(one -> partyStore.leaveGroup(store.get(one), work.now));
          return List.of();
        });
  }

  private List<MatchRequest.Snapshot> changeAll(
      Collection<MatchRequestId> leading, Consumer<MatchRequest> change) {
    return ports
        .transactions()
        .write(() -> {
          var work = new Work(leading);
          leading.forEach(id -> work.change(id, change));
          return work.save();
        });
  }

  private static Instant first(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
