package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member's wish to be brought together with others. It waits until exactly one of three things
 * happens: it is matched (and has a meeting), its member cancels it, or it expires. That a member
 * has one live request per category is for the repository to enforce.
 */
public final class MatchRequest {
  private final MatchRequestId id;
  private final MemberId member;
  private final CategoryKey category;
  private final AllOf condition;
  private final GroupSize size;
  private final Instant submittedAt;
  private final Instant expiresAt;
  private final Version version;
  private final List<MatchRequestEvent> events = new ArrayList<>();
  private MatchRequestStatus status;
  private Optional<MeetingId> meeting;

  private MatchRequest(Snapshot state) {
    id = state.id;
    member = state.member;
    category = state.category;
    condition = state.condition;
    size = state.size;
    submittedAt = state.submittedAt;
    expiresAt = state.expiresAt;
    version = state.version;
    status = state.status;
    meeting = state.meeting;
  }

  /**
   * A new request.
   *
   * @param expiresAt when to give up; by default after the category's patience
   * @throws dev.moim.domain.shared.DomainException INVALID_INPUT if it would wait less than {@link
   *     Category#LEAST_PATIENCE} or more than {@link Category#MOST_PATIENCE}
   */
  public static MatchRequest submit(
      MatchRequestId id,
      MemberId member,
      Category category,
      AllOf condition,
      GroupSize size,
      Optional<Instant> expiresAt,
      Instant now) {
    Instant end =
        expiresAt.orElseGet(() -> now.plus(category.patience())).truncatedTo(ChronoUnit.MICROS);
    Duration patience = Duration.between(now, end);
    if (patience.compareTo(Category.LEAST_PATIENCE) < 0) {
      throw SharedError.invalid("/expiresAt", "TOO_SOON");
    }
    if (patience.compareTo(Category.MOST_PATIENCE) > 0) {
      throw SharedError.invalid("/expiresAt", "TOO_FAR_AHEAD");
    }
    MatchRequest request =
        new MatchRequest(
            new Snapshot(
                id,
                member,
                category.key(),
                condition,
                size,
                now,
                end,
                MatchRequestStatus.WAITING,
                Optional.empty(),
                Version.NEW));
    request.events.add(
        new MatchRequestEvent.MatchRequestSubmitted(id, member, category.key(), now));
    return request;
  }

  /** The request as stored; raises no event. */
  public static MatchRequest restore(Snapshot state) {
    return new MatchRequest(state);
  }

  /**
   * Takes the request back.
   *
   * @throws dev.moim.domain.shared.DomainException ALREADY_MATCHED with the meeting,
   *     REQUEST_NOT_WAITING
   */
  public void cancel(Instant now) {
    if (meeting.isPresent()) {
      throw MatchingError.ALREADY_MATCHED.because("meetingId", meeting.get());
    }
    if (status == MatchRequestStatus.CANCELLED) {
      return;
    }
    requireWaiting();
    status = MatchRequestStatus.CANCELLED;
    events.add(new MatchRequestEvent.MatchRequestCancelled(id, member, category, now));
  }

  /** Whether the request can become part of a group now. */
  public boolean isWaiting(Instant now) {
    return status == MatchRequestStatus.WAITING && now.isBefore(expiresAt);
  }

  /**
   * The request has found its group.
   *
   * @throws dev.moim.domain.shared.DomainException REQUEST_NOT_WAITING
   */
  public void match(MeetingId group, Instant now) {
    if (!isWaiting(now)) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
    status = MatchRequestStatus.MATCHED;
    meeting = Optional.of(group);
    events.add(new MatchRequestEvent.MatchRequestMatched(id, member, category, group, now));
  }

  /** Ends a waiting request whose time is over; otherwise changes nothing. */
  public void expire(Instant now) {
    if (status == MatchRequestStatus.WAITING && !now.isBefore(expiresAt)) {
      status = MatchRequestStatus.EXPIRED;
      events.add(new MatchRequestEvent.MatchRequestExpired(id, member, category, now));
    }
  }

  private void requireWaiting() {
    if (status != MatchRequestStatus.WAITING) {
      throw MatchingError.REQUEST_NOT_WAITING.because("status", status);
    }
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, member, category, condition, size, submittedAt, expiresAt, status, meeting, version);
  }

  /** The events since the last call, in order. */
  public List<MatchRequestEvent> pullEvents() {
    List<MatchRequestEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /** All persistent state of a match request. */
  public record Snapshot(
      MatchRequestId id,
      MemberId member,
      CategoryKey category,
      AllOf condition,
      GroupSize size,
      Instant submittedAt,
      Instant expiresAt,
      MatchRequestStatus status,
      Optional<MeetingId> meeting,
      Version version) {
    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id,
          member,
          category,
          condition,
          size,
          submittedAt,
          expiresAt,
          status,
          meeting,
          version.next());
    }
  }
}
