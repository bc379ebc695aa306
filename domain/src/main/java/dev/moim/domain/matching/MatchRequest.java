package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.Invitation.Answer;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A member's wish to be brought together with others.
 *
 * <p>It waits (after the friends have answered, if some were asked to come along) until it is
 * matched, its member takes it back, or it expires: it ends in exactly one of these. Where a
 * category asks its members, a group is first proposed; one that does not come about lets the
 * request wait again, with the age it had. A group may stay open for a while after it was formed:
 * its members may then be moved to another one, and wait again if it falls apart. A final group is
 * opened again for a seat that becomes free; whoever cannot come to its meeting has a request that
 * is cancelled. A seat in a room is as good as a final group, until the room is given up, its
 * meeting is called off, or the host takes the seat. The request is <em>live</em> while it has no
 * end and no final group; that a member has one live request per category is for the repository to
 * enforce.
 *
 * <p>A friend who comes along has a request of their own, the <em>companion</em> of the one that
 * leads: it shares the leading one's fate, but for friends who leave.
 */
public final class MatchRequest {
  /** How many friends may be asked to come along. */
  public static final int MOST_COMPANIONS = 3;

  private final MatchRequestId id;
  private final MemberId member;
  private final CategoryKey category;
  private final Wish wish;
  private final Instant expiresAt;
  private final Version version;
  private final List<MatchRequestEvent> events = new ArrayList<>();
  private Optional<MatchRequestId> leader;
  private Instant submittedAt;
  private List<Invitation> invitations;
  private MatchRequestStatus status;
  private Optional<EndReason> endReason;
  private Optional<MatchProposalId> proposal;
  private Optional<MeetingId> meeting;
  private Optional<RoomSeat> seat;
  private Optional<Instant> openUntil;

  private MatchRequest(Snapshot state) {
    id = state.id;
    member = state.member;
    category = state.category;
    wish = state.wish;
    submittedAt = state.submittedAt;
    expiresAt = state.expiresAt;
    leader = state.leader;
    invitations = state.invitations;
    status = state.status;
    endReason = state.endReason;
    proposal = state.proposal;
    meeting = state.meeting;
    seat = state.seat;
    openUntil = state.openUntil;
    version = state.version;
  }

  /**
   * What somebody asks for.
   *
   * @param relaxations what they ask for no longer as they wait
   * @param fillRooms whether a suitable open room will do as well
   */
  public record Wish(
      AllOf condition, GroupSize size, List<Relaxation> relaxations, boolean fillRooms) {
    public Wish {
      relaxations = List.copyOf(relaxations);
    }

    /**
     * Without which of the steps a group would not suit, by name.
     *
     * @param agreed on what the group settled
     * @param people how many are in it
     */
    public List<String> stepsFor(AllOf agreed, int people) {
      return relaxations.stream()
          .filter(step -> step.isNeeded(condition, size, agreed, people))
          .map(Relaxation::name)
          .toList();
    }

    /** A wish without anything that may be left out. */
    public static Wish of(AllOf condition, GroupSize size) {
      return new Wish(condition, size, List.of(), false);
    }
  }

  /** A new request all of whose friends are told that they are asked to come along. */
  public static MatchRequest submit(
      MatchRequestId id,
      MemberId member,
      Category category,
      Wish wish,
      List<MemberId> friends,
      Optional<Instant> expiresAt,
      Instant now) {
    return submit(id, member, category, wish, friends, Set.of(), expiresAt, now);
  }

  /**
   * A new request. It waits at once, or as soon as all friends have answered.
   *
   * @param friends who is asked to come along
   * @param untold those of them who do not hear of it, which looks as if they did not answer
   * @param expiresAt when to give up; by default after the category's patience
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT if it would wait less than {@link
   *     Category#LEAST_PATIENCE} or more than {@link Category#MOST_PATIENCE}, or if the friends are
   *     too many, asked twice, or the member
   */
  public static MatchRequest submit(
      MatchRequestId id,
      MemberId member,
      Category category,
      Wish wish,
      List<MemberId> friends,
      Set<MemberId> untold,
      Optional<Instant> expiresAt,
      Instant now) {
    Instant end =
        expiresAt.orElseGet(() -> now.plus(category.patience())).truncatedTo(ChronoUnit.MICROS);
    Duration patience = Duration.between(now, end);
    if (patience.compareTo(Category.LEAST_PATIENCE) < 0) {
      throw SharedError.invalid("/expiresAt", "TOO_SOON");
    }
    if (patience.compareTo(Category.MOST_PATIENCE) > 0) {
      throw SharedError.invalid(
          List.of(
              new FieldError(
                  "/expiresAt",
                  "TOO_FAR_AHEAD",
                  Map.of("mostHours", Category.MOST_PATIENCE.toHours()))));
    }
    requireParty(member, friends, wish.size);
    MatchRequest request =
        new MatchRequest(Snapshot.of(id, member, category.key(), wish, now, end).inviting(friends));
    if (friends.isEmpty()) {
      request.events.add(
          new MatchRequestEvent.MatchRequestSubmitted(id, member, category.key(), now));
    }
    friends.stream()
        .filter(friend -> !untold.contains(friend))
        .forEach(friend ->
            request.events.add(
                new MatchRequestEvent.CompanionInvited(id, member, category.key(), friend, now)));
    return request;
  }

  private static void requireParty(MemberId member, List<MemberId> friends, GroupSize size) {
    if (friends.size() > MOST_COMPANIONS) {
      throw SharedError.invalid("/party", "TOO_MANY");
    }
    Set<MemberId> coming = new HashSet<>(Set.of(member));
    for (int i = 0; i < friends.size(); i++) {
      if (!coming.add(friends.get(i))) {
        throw SharedError.invalid("/party/" + i, "DUPLICATE");
      }
    }
    if (friends.size() + 1 > size.max()) {
      throw SharedError.invalid("/party", "LARGER_THAN_GROUP");
    }
  }

  /** The request as stored; raises no event. */
  public static MatchRequest restore(Snapshot state) {
    return new MatchRequest(state);
  }

  // --- Friends -----------------------------------------------------------------------------------

  /**
   * A friend comes along; the request begins to wait when that was the last answer.
   *
   * @return the friend's own request, to be stored with this one
   * @throws dev.moim.domain.shared.DomainException NOT_INVITED, INVITATION_CLOSED
   */
  public MatchRequest accept(MemberId friend, MatchRequestId companion, Instant now) {
    answer(friend, now, invitation -> invitation.accepted(companion));
    MatchRequest request =
        new MatchRequest(
            Snapshot.of(companion, friend, category, wish, submittedAt, expiresAt)
                .following(id, status));
    events.add(new MatchRequestEvent.CompanionAnswered(id, member, category, friend, true, now));
    return request;
  }

  /**
   * A friend does not come along; the others do without.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_INVITED, INVITATION_CLOSED
   */
  public void decline(MemberId friend, Instant now) {
    answer(friend, now, Invitation::declined);
    events.add(new MatchRequestEvent.CompanionAnswered(id, member, category, friend, false, now));
  }

  private void answer(MemberId friend, Instant now, UnaryOperator<Invitation> answer) {
    Invitation invitation =
        invitations.stream()
            .filter(each -> each.member().equals(friend))
            .findFirst()
            .orElseThrow(MatchingError.NOT_INVITED::exception);
    if (status != MatchRequestStatus.INVITING || !invitation.isOpen() || isOver(now)) {
      throw MatchingError.INVITATION_CLOSED.exception();
    }
    replace(invitation, answer.apply(invitation));
    if (invitations.stream().noneMatch(Invitation::isOpen)) {
      begin(now);
    }
  }

  private void replace(Invitation before, Invitation after) {
    invitations = invitations.stream().map(each -> each.equals(before) ? after : each).toList();
  }

  /**
   * Waits without those friends who have not answered; a companion does not decide on that.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING
   */
  public void startWithoutTheRest(Instant now) {
    if (status != MatchRequestStatus.INVITING || leader.isPresent() || isOver(now)) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
    invitations =
        invitations.stream().map(each -> each.isOpen() ? each.unanswered() : each).toList();
    begin(now);
  }

  private void begin(Instant now) {
    status = MatchRequestStatus.WAITING;
    submittedAt = now;
    events.add(new MatchRequestEvent.MatchRequestSubmitted(id, member, category, now));
  }

  /** A friend who came along does so no longer; the others go on. */
  public void leaveParty(MemberId friend, Instant now) {
    invitations.stream()
        .filter(each -> each.member().equals(friend) && each.isAccepted())
        .findFirst()
        .ifPresent(each -> {
          replace(each, each.declined());
          events.add(
              new MatchRequestEvent.CompanionAnswered(id, member, category, friend, false, now));
        });
  }

  /** As a companion: does what the leading request has just done. */
  public void follow(MatchRequest leading) {
    status = leading.status;
    submittedAt = leading.submittedAt;
  }

  // --- A group -----------------------------------------------------------------------------------

  /** Whether the request can become part of a group now. */
  public boolean isWaiting(Instant now) {
    return status == MatchRequestStatus.WAITING && !isOver(now);
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /**
   * The member is asked whether they want a group.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING
   */
  public void propose(MatchProposalId group, Instant respondBy, Instant now) {
    requireWaiting(now);
    status = MatchRequestStatus.PROPOSED;
    proposal = Optional.of(group);
    events.add(new MatchRequestEvent.MatchRequestProposed(id, member, category, respondBy, now));
  }

  /**
   * The request has found its group, or all members of the proposed one want it.
   *
   * @param open until when others may join it and its members be moved; empty if it is final
   * @param agreed on what it settled, as far as that is known
   * @param people how many are in it
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING
   */
  public void match(
      MeetingId group, Optional<Instant> open, AllOf agreed, int people, Instant now) {
    if (status != MatchRequestStatus.PROPOSED) {
      requireWaiting(now);
    }
    status = MatchRequestStatus.MATCHED;
    meeting = Optional.of(group);
    proposal = Optional.empty();
    openUntil = open;
    events.add(
        new MatchRequestEvent.MatchRequestMatched(
            id, member, category, group, wish.stepsFor(agreed, people), now));
  }

  /**
   * The request has a seat in an open room.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING
   */
  public void seat(RoomSeat taken, Instant now) {
    requireWaiting(now);
    status = MatchRequestStatus.MATCHED;
    seat = Optional.of(taken);
    events.add(new MatchRequestEvent.MatchRequestSeated(id, member, category, taken.room(), now));
  }

  public boolean isSeatedIn(RoomId one) {
    return status == MatchRequestStatus.MATCHED
        && seat.filter(taken -> taken.room().equals(one)).isPresent();
  }

  /** Whether the request has a group that may still change. */
  public boolean isInOpenGroup() {
    return status == MatchRequestStatus.MATCHED && openUntil.isPresent();
  }

  /**
   * The group is open until another moment, or the request belongs to another one.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING if its group is final
   */
  public void move(MeetingId group, Optional<Instant> open, Instant now) {
    requireOpenGroup();
    openUntil = open;
    if (!meeting.equals(Optional.of(group))) {
      meeting = Optional.of(group);
      events.add(new MatchRequestEvent.MatchRequestMoved(id, member, category, group, now));
    }
  }

  /**
   * A seat has become free in the group of this request, which may be filled until then; does
   * nothing if it has none, as it may have left meanwhile.
   */
  public void reopenGroup(Instant until) {
    if (status == MatchRequestStatus.MATCHED && meeting.isPresent()) {
      openUntil = Optional.of(until);
    }
  }

  /** The group changes no more, for this request at least; does nothing if it has none. */
  public void closeGroup() {
    openUntil = Optional.empty();
  }

  /**
   * The member does not come to the meeting or the room after all, so there is no group for the
   * request; does nothing if it has none. If it leads a party, the others do not come along with it
   * any more, but go on without it, see {@link #takeOver}.
   */
  public void leaveGroup(Instant now) {
    if (status == MatchRequestStatus.MATCHED) {
      partFromParty();
      partFromGroup();
      end(MatchRequestStatus.CANCELLED, EndReason.COULD_NOT_COME, now);
    }
  }

  /**
   * The host took the member's seat; does nothing if there is none. The request waits again with
   * the age it had, without those with whom it came, who keep their seats. It ends if its time is
   * over, or if the member has asked for another group.
   */
  public void loseOwnSeat(boolean looksElsewhere, Instant now) {
    if (status != MatchRequestStatus.MATCHED || seat.isEmpty()) {
      return;
    }
    partFromParty();
    leader = Optional.empty();
    if (looksElsewhere) {
      partFromGroup();
      end(MatchRequestStatus.CANCELLED, EndReason.REMOVED_FROM_ROOM, now);
    } else {
      waitAgain(EndReason.REMOVED_FROM_ROOM, now);
    }
  }

  private void partFromParty() {
    invitations =
        invitations.stream().map(each -> each.isAccepted() ? each.declined() : each).toList();
  }

  private void partFromGroup() {
    proposal = Optional.empty();
    meeting = Optional.empty();
    seat = Optional.empty();
    openUntil = Optional.empty();
  }

  /** As a companion: leads the party from now on, whose leading request is about to end. */
  public void takeOver(MatchRequest formerly) {
    leader = Optional.empty();
    invitations =
        formerly.invitations.stream()
            .filter(each -> each.isAccepted() && !each.member().equals(member))
            .toList();
  }

  /** As a companion: another request leads the party from now on. */
  public void followInstead(MatchRequestId leading) {
    leader = Optional.of(leading);
  }

  /**
   * The group did not come about or fell apart: the request waits again with the age it had, or has
   * expired if its time is over.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING if there is no such group
   */
  public void returnToWaiting(Instant now) {
    if (status != MatchRequestStatus.PROPOSED) {
      requireOpenGroup();
    }
    waitAgain(EndReason.GROUP_FELL_APART, now);
  }

  /**
   * The room in which the request has a seat was given up, or its meeting called off: it waits
   * again with the age it had, or has expired if its time is over.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING if it has no seat
   */
  public void loseSeat(Instant now) {
    if (status != MatchRequestStatus.MATCHED || seat.isEmpty()) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
    waitAgain(EndReason.GROUP_FELL_APART, now);
  }

  private void waitAgain(EndReason otherwise, Instant now) {
    partFromGroup();
    status = MatchRequestStatus.WAITING;
    if (isOver(now)) {
      end(MatchRequestStatus.EXPIRED, otherwise, now);
    } else {
      events.add(new MatchRequestEvent.MatchRequestReturned(id, member, category, now));
    }
  }

  private void requireWaiting(Instant now) {
    if (!isWaiting(now)) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
  }

  private void requireOpenGroup() {
    if (!isInOpenGroup()) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
  }

  // --- The end -----------------------------------------------------------------------------------

  /**
   * Takes the request back; again changes nothing. Who is asked about a group declines by it.
   *
   * @throws dev.moim.domain.shared.DomainException ALREADY_MATCHED with the meeting or room,
   *     REQUEST_NOT_WAITING
   */
  public void cancel(EndReason reason, Instant now) {
    if (status == MatchRequestStatus.MATCHED) {
      throw meeting
          .map(found -> MatchingError.ALREADY_MATCHED.because("meetingId", found))
          .orElseGet(
              () -> MatchingError.ALREADY_MATCHED.because("roomId", seat.orElseThrow().room()));
    }
    if (status == MatchRequestStatus.CANCELLED) {
      return;
    }
    if (!isUndecided()) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
    end(MatchRequestStatus.CANCELLED, reason, now);
  }

  /** Whether it has neither a group nor an end. */
  public boolean isUndecided() {
    return switch (status) {
      case INVITING, WAITING, PROPOSED -> true;
      case MATCHED, CANCELLED, EXPIRED -> false;
    };
  }

  /**
   * Ends a request whose time is over; otherwise changes nothing. Who is asked about a group has
   * until that is decided.
   *
   * @param reason why it found no group
   */
  public void expire(EndReason reason, Instant now) {
    if (!isOver(now)) {
      return;
    }
    if (status == MatchRequestStatus.INVITING) {
      end(MatchRequestStatus.EXPIRED, EndReason.INVITATIONS_UNANSWERED, now);
    } else if (status == MatchRequestStatus.WAITING) {
      end(MatchRequestStatus.EXPIRED, reason, now);
    }
  }

  private void end(MatchRequestStatus how, EndReason reason, Instant now) {
    status = how;
    endReason = Optional.of(reason);
    proposal = Optional.empty();
    events.add(
        how == MatchRequestStatus.CANCELLED
            ? new MatchRequestEvent.MatchRequestCancelled(id, member, category, reason, now)
            : new MatchRequestEvent.MatchRequestExpired(id, member, category, reason, now));
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        member,
        category,
        wish,
        submittedAt,
        expiresAt,
        leader,
        invitations,
        status,
        endReason,
        proposal,
        meeting,
        seat,
        openUntil,
        version);
  }

  /** The events since the last call, in order. */
  public List<MatchRequestEvent> pullEvents() {
    List<MatchRequestEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a match request.
   *
   * @param submittedAt when it began to wait
   * @param leader the request with whose member this one's comes along
   * @param openUntil until when its group may change; empty if it is final, or there is none
   */
  public record Snapshot(
      MatchRequestId id,
      MemberId member,
      CategoryKey category,
      Wish wish,
      Instant submittedAt,
      Instant expiresAt,
      Optional<MatchRequestId> leader,
      List<Invitation> invitations,
      MatchRequestStatus status,
      Optional<EndReason> endReason,
      Optional<MatchProposalId> proposal,
      Optional<MeetingId> meeting,
      Optional<RoomSeat> seat,
      Optional<Instant> openUntil,
      Version version) {
    public Snapshot {
      invitations = List.copyOf(invitations);
    }

    private static Snapshot of(
        MatchRequestId id,
        MemberId member,
        CategoryKey category,
        Wish wish,
        Instant submittedAt,
        Instant expiresAt) {
      return new Snapshot(
          id,
          member,
          category,
          wish,
          submittedAt,
          expiresAt,
          Optional.empty(),
          List.of(),
          MatchRequestStatus.WAITING,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Version.NEW);
    }

    private Snapshot inviting(List<MemberId> friends) {
      return with(
          leader,
          friends.stream().map(Invitation::of).toList(),
          friends.isEmpty() ? status : MatchRequestStatus.INVITING,
          version);
    }

    private Snapshot following(MatchRequestId leading, MatchRequestStatus itsStatus) {
      return with(Optional.of(leading), invitations, itsStatus, version);
    }

    private Snapshot with(
        Optional<MatchRequestId> newLeader,
        List<Invitation> newInvitations,
        MatchRequestStatus newStatus,
        Version newVersion) {
      return new Snapshot(
          id,
          member,
          category,
          wish,
          submittedAt,
          expiresAt,
          newLeader,
          newInvitations,
          newStatus,
          endReason,
          proposal,
          meeting,
          seat,
          openUntil,
          newVersion);
    }

    /** The room in which it has a seat. */
    public Optional<RoomId> room() {
      return seat.map(RoomSeat::room);
    }

    /** Whether the member can have no other request in the category. */
    public boolean isLive() {
      return switch (status) {
        case INVITING, WAITING, PROPOSED -> true;
        case MATCHED -> openUntil.isPresent();
        case CANCELLED, EXPIRED -> false;
      };
    }

    /** Whether it waits, or is in a group that may still change. */
    public boolean isInPool() {
      return status == MatchRequestStatus.WAITING
          || (status == MatchRequestStatus.MATCHED && openUntil.isPresent());
    }

    /** What is asked for at a moment, given for how long the request has waited. */
    public AllOf conditionAt(Instant now) {
      return Relaxation.relaxed(wish.condition, stepsDue(now));
    }

    /** The sizes that are accepted at a moment, given for how long the request has waited. */
    public GroupSize sizeAt(Instant now) {
      return Relaxation.relaxed(wish.size, stepsDue(now));
    }

    private List<Relaxation> stepsDue(Instant now) {
      return Relaxation.due(wish.relaxations, Duration.between(submittedAt, now));
    }

    /** Whether it waits or has waited: whether no friend is left of whom an answer is awaited. */
    public boolean hasBegun() {
      return status != MatchRequestStatus.INVITING
          && invitations.stream().noneMatch(Invitation::isOpen);
    }

    /** Whether it leads: whether it is not there for a friend's sake. */
    public boolean leads() {
      return leader.isEmpty();
    }

    /** The request that leads the party: this one, unless it is there for a friend's sake. */
    public MatchRequestId leading() {
      return leader.orElse(id);
    }

    /** How many people come, companions included. */
    public int people() {
      return 1 + (int) invitations.stream().filter(Invitation::isAccepted).count();
    }

    /** The members who come, this one's first. */
    public List<MemberId> members() {
      return Stream.concat(
              Stream.of(member),
              invitations.stream().filter(Invitation::isAccepted).map(Invitation::member))
          .toList();
    }

    /** The requests of the friends who come along. */
    public List<MatchRequestId> companions() {
      return invitations.stream()
          .filter(each -> each.answer() == Answer.ACCEPTED)
          .flatMap(each -> each.companion().stream())
          .toList();
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return with(leader, invitations, status, version.next());
    }
  }
}
