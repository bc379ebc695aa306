package dev.moim.domain.meeting;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some members who come together: for what, and when. Its life: formed of at least two; as long as
 * it lies ahead others join it or leave it, its place and time are fixed, and members say that they
 * can't come. An hour before its start they are reminded, an hour after it the meeting is done, and
 * they may review each other. It is called off when too few are left, or when they were brought
 * together otherwise.
 *
 * <p>Not thread-safe: each transaction restores an instance of its own, and the repository refuses
 * to save a stale one.
 */
public final class Meeting {
  /** How many it takes to meet. */
  public static final int FEWEST = 2;

  /** How long before the start members are reminded. */
  public static final Duration REMINDED_BEFORE = Duration.ofHours(1);

  /** How long after the start a meeting is done. */
  public static final Duration DONE_AFTER = Duration.ofHours(1);

  /** For how long members may review each other once it is done. */
  public static final Duration REVIEWED_WITHIN = Duration.ofDays(14);

  private final MeetingId id;
  private final CategoryKey category;
  private final Optional<MemberId> host;
  private final MeetingSource source;
  private final Instant formedAt;
  private final Version version;
  private final List<MemberId> members;
  private final List<MeetingEvent> events = new ArrayList<>();
  private final List<Award> awards = new ArrayList<>();
  private AllOf agreed;
  private Optional<Instant> startsAt;
  private MeetingStatus status;
  private boolean reminded;
  private int reviews;

  private Meeting(Snapshot state) {
    id = state.id;
    category = state.category;
    host = state.host;
    source = state.source;
    formedAt = state.formedAt;
    version = state.version;
    members = new ArrayList<>(state.members);
    agreed = state.agreed;
    startsAt = state.startsAt;
    status = state.status;
    reminded = state.reminded;
    reviews = state.reviews;
  }

  /**
   * A new meeting.
   *
   * @param agreed what its members settled for, facet by facet
   * @param members at least two, nobody twice
   * @param startsAt empty if the members have yet to fix it
   */
  public static Meeting form(
      MeetingId id,
      CategoryKey category,
      AllOf agreed,
      List<MemberId> members,
      MeetingSource source,
      Optional<Instant> startsAt,
      Instant now) {
    if (members.size() < FEWEST || new HashSet<>(members).size() < members.size()) {
      throw new IllegalArgumentException("a meeting has at least two members, nobody twice");
    }
    Meeting meeting =
        new Meeting(
            new Snapshot(
                id,
                category,
                agreed,
                members,
                source.host(members),
                source,
                startsAt,
                now,
                MeetingStatus.UPCOMING,
                isNear(startsAt, now),
                0,
                Version.NEW));
    meeting.events.add(
        new MeetingEvent.MeetingFormed(id, category, meeting.members, startsAt, now));
    return meeting;
  }

  /** The meeting as stored; raises no event. */
  public static Meeting restore(Snapshot state) {
    return new Meeting(state);
  }

  /**
   * Changes who meets, and for what and when with that. Who is there already does not join again,
   * and who is not can't leave: that changes nothing.
   *
   * @param settled what those who meet now are agreed on
   * @throws dev.moim.domain.shared.DomainException MEETING_ENDED
   */
  public void regroup(
      Collection<MemberId> joining,
      Collection<MemberId> leaving,
      AllOf settled,
      Optional<Instant> start,
      Instant now) {
    requireUpcoming();
    members.removeAll(leaving);
    List<MemberId> others = List.copyOf(members);
    join(joining, now);
    if (renew(settled, start, now)) {
      events.add(new MeetingEvent.MeetingSettled(id, category, others, startsAt, true, now));
    }
  }

  /**
   * Somebody takes a free seat, where and when it was settled. Who is there already does not join
   * again.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_ENDED
   */
  public void join(MemberId member, Instant now) {
    requireUpcoming();
    join(List.of(member), now);
  }

  private void join(Collection<MemberId> joining, Instant now) {
    List<MemberId> others = List.copyOf(members);
    List<MemberId> joined =
        joining.stream().distinct().filter(member -> !members.contains(member)).toList();
    if (!joined.isEmpty()) {
      members.addAll(joined);
      events.add(new MeetingEvent.MembersJoined(id, category, joined, others, now));
    }
  }

  /**
   * Fixes place and time. Who learns of them within the last hour is not reminded.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_ENDED
   */
  public void settle(AllOf fixed, Optional<Instant> start, Instant now) {
    requireUpcoming();
    boolean changed = renew(fixed, start, now);
    events.add(new MeetingEvent.MeetingSettled(id, category, members, startsAt, changed, now));
  }

  /** Returns whether it differs from what was known. */
  private boolean renew(AllOf settled, Optional<Instant> start, Instant now) {
    if (!start.equals(startsAt)) {
      reminded = isNear(start, now);
    }
    boolean changed = !settled.equals(agreed) || !start.equals(startsAt);
    agreed = settled;
    startsAt = start;
    return changed;
  }

  /**
   * Takes somebody out who can't come. If too few are left and nobody looks for others, the meeting
   * is called off.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND for those who are not in it;
   *     MEETING_ENDED, MEETING_STARTED
   */
  public void cannotCome(MemberId member, Instant now) {
    if (!members.contains(member)) {
      throw MeetingError.MEETING_NOT_FOUND.exception();
    }
    requireUpcoming();
    if (startsAt.isPresent() && !now.isBefore(startsAt.get())) {
      throw MeetingError.MEETING_STARTED.exception();
    }
    members.remove(member);
    boolean over = members.size() < FEWEST && !source.isRefilled();
    List<MemberId> remaining = over ? List.of() : members;
    events.add(new MeetingEvent.MemberCannotCome(id, member, category, remaining, now));
    if (over) {
      end(CallOffReason.TOO_FEW, members, now);
    }
  }

  /**
   * Ends a meeting that will not take place; what was called off before stays as it is.
   *
   * @param informed who learns of it otherwise, and is told nothing
   * @throws dev.moim.domain.shared.DomainException MEETING_ENDED if it has taken place
   */
  public void callOff(CallOffReason reason, Collection<MemberId> informed, Instant now) {
    if (status != MeetingStatus.CANCELLED) {
      requireUpcoming();
      List<MemberId> told = members.stream().filter(member -> !informed.contains(member)).toList();
      end(reason, told, now);
    }
  }

  /**
   * Does what is due by now, each thing once, however late: reminds, but not after the start; calls
   * off what too few are left for; ends what has taken place.
   */
  public void advance(Instant now) {
    if (status != MeetingStatus.UPCOMING) {
      return;
    }
    if (isNear(startsAt, now) && !reminded) {
      reminded = true;
      startsAt
          .filter(now::isBefore)
          .ifPresent(
              start -> events.add(new MeetingEvent.MeetingNear(id, category, members, start, now)));
    }
    if (now.isBefore(endsAt(startsAt, formedAt, members))) {
      return;
    }
    if (members.size() < FEWEST) {
      end(CallOffReason.TOO_FEW, members, now);
    } else {
      status = MeetingStatus.DONE;
      members.forEach(member -> awards.add(Award.tookPart(member)));
      host.filter(members::contains).ifPresent(member -> awards.add(Award.hosted(member)));
      events.add(new MeetingEvent.MeetingDone(id, category, members, reviewedUntil(), now));
    }
  }

  /**
   * Writes down what a member says of others: stars bring those points, and who is said not to have
   * come by more than half of the others loses many, as soon as there are enough.
   *
   * @param ratings about different members
   * @param earlier all that was written about this meeting before
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND for those who are not in it;
   *     REVIEW_NOT_OPEN, ALREADY_REVIEWED; INVALID_INPUT with pointers such as {@code
   *     /reviews/0/memberId} for those who can't be reviewed
   */
  public void review(MemberId by, List<Rating> ratings, List<Review> earlier, Instant now) {
    if (!members.contains(by)) {
      throw MeetingError.MEETING_NOT_FOUND.exception();
    }
    advance(now);
    if (status != MeetingStatus.DONE || !now.isBefore(reviewedUntil())) {
      throw MeetingError.REVIEW_NOT_OPEN.exception();
    }
    requireOthers(by, ratings);
    List<Review> own = earlier.stream().filter(review -> review.isBy(by)).toList();
    for (Rating rating : ratings) {
      if (own.stream().anyMatch(review -> review.isOf(rating.member()))) {
        throw MeetingError.ALREADY_REVIEWED.because("memberId", rating.member().toString());
      }
    }
    if (own.isEmpty()) {
      awards.add(Award.reviewed(by));
    }
    for (Rating rating : ratings) {
      rating.stars().ifPresent(stars -> awards.add(Award.stars(rating.member(), stars, by)));
      if (rating.saysAbsent() && completesMajority(rating.member(), earlier)) {
        awards.add(Award.absent(rating.member()));
      }
    }
    reviews = Math.addExact(reviews, ratings.size());
  }

  private void requireOthers(MemberId by, List<Rating> ratings) {
    List<FieldError> errors = new ArrayList<>();
    Set<MemberId> seen = new HashSet<>();
    if (ratings.isEmpty()) {
      errors.add(new FieldError("/reviews", "REQUIRED"));
    }
    for (int i = 0; i < ratings.size(); i++) {
      MemberId reviewed = ratings.get(i).member();
      String pointer = "/reviews/" + i + "/memberId";
      if (reviewed.equals(by) || !members.contains(reviewed)) {
        errors.add(new FieldError(pointer, "NOT_ANOTHER_MEMBER"));
      } else if (!seen.add(reviewed)) {
        errors.add(new FieldError(pointer, "DUPLICATE_ID"));
      }
    }
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
  }

  /** Whether one voice more makes more than half of the others, and one less did not. */
  private boolean completesMajority(MemberId absent, List<Review> earlier) {
    long voices =
        earlier.stream()
            .filter(review -> review.isOf(absent) && review.rating().saysAbsent())
            .count();
    int others = members.size() - 1;
    return 2 * voices <= others && 2 * (voices + 1) > others;
  }

  /**
   * Nobody reviews a meeting any more that started by then or, if nobody fixed its start, was
   * formed by then.
   */
  public static Instant settledIfStartedBy(Instant now) {
    return now.minus(REVIEWED_WITHIN).minus(DONE_AFTER);
  }

  private Instant reviewedUntil() {
    return endsAt(startsAt, formedAt, members).plus(REVIEWED_WITHIN);
  }

  private void end(CallOffReason reason, List<MemberId> told, Instant now) {
    status = MeetingStatus.CANCELLED;
    events.add(new MeetingEvent.MeetingCalledOff(id, category, reason, told, now));
  }

  private void requireUpcoming() {
    if (status != MeetingStatus.UPCOMING) {
      throw MeetingError.MEETING_ENDED.because("status", status);
    }
  }

  /** Whether reminding of that start is due, or late already. */
  private static boolean isNear(Optional<Instant> start, Instant now) {
    return start.isPresent() && !now.isBefore(start.get().minus(REMINDED_BEFORE));
  }

  /** When a meeting that lies ahead is over, or can't take place any more. */
  private static Instant endsAt(
      Optional<Instant> startsAt, Instant formedAt, List<MemberId> members) {
    Instant done = startsAt.orElse(formedAt).plus(DONE_AFTER);
    return members.size() < FEWEST ? startsAt.orElse(done) : done;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, category, agreed, members, host, source, startsAt, formedAt, status, reminded, reviews,
        version);
  }

  /** The points since the last call, in order. */
  public List<Award> pullAwards() {
    List<Award> pulled = List.copyOf(awards);
    awards.clear();
    return pulled;
  }

  /** The events since the last call, in order. */
  public List<MeetingEvent> pullEvents() {
    List<MeetingEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a meeting.
   *
   * @param members in order of joining
   * @param host who invited the others, also after they said that they can't come
   * @param reminded whether there is nobody left to be reminded
   * @param reviews how many ratings were written; so two who review at once notice each other
   */
  public record Snapshot(
      MeetingId id,
      CategoryKey category,
      AllOf agreed,
      List<MemberId> members,
      Optional<MemberId> host,
      MeetingSource source,
      Optional<Instant> startsAt,
      Instant formedAt,
      MeetingStatus status,
      boolean reminded,
      int reviews,
      Version version) {
    public Snapshot {
      members = List.copyOf(members);
    }

    public boolean hasMember(MemberId member) {
      return members.contains(member);
    }

    /** When {@link Meeting#advance} has something to do next; empty if never again. */
    public Optional<Instant> dueAt() {
      return status == MeetingStatus.UPCOMING
          ? Stream.concat(
                  startsAt.stream().filter(at -> !reminded).map(at -> at.minus(REMINDED_BEFORE)),
                  Stream.of(endsAt(startsAt, formedAt, members)))
              .min(Instant::compareTo)
          : Optional.empty();
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id,
          category,
          agreed,
          members,
          host,
          source,
          startsAt,
          formedAt,
          status,
          reminded,
          reviews,
          version.next());
    }
  }
}
