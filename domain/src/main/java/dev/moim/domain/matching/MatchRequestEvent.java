package dev.moim.domain.matching;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;

/**
 * What happens to match requests. All events of a pool, a category, have one key, so that one
 * consumer at a time acts on a pool; the events of one request stay in order.
 */
public sealed interface MatchRequestEvent extends DomainEvent {
  MatchRequestId request();

  /** Whose request it is. */
  MemberId member();

  CategoryKey category();

  @Override
  default String key() {
    return "pool:" + category();
  }

  /** Somebody waits for a group. */
  record MatchRequestSubmitted(
      MatchRequestId request, MemberId member, CategoryKey category, Instant occurredAt)
      implements MatchRequestEvent {}

  /** A friend was asked to come along. */
  record CompanionInvited(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      MemberId companion,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /** A friend comes along, or does not, or no longer. */
  record CompanionAnswered(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      MemberId companion,
      boolean comes,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /** The request was taken back, by its member or for a reason that they are told. */
  record MatchRequestCancelled(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      EndReason reason,
      Instant occurredAt)
      implements MatchRequestEvent {
    /** As {@link EndReason#name}, for those to whom only events are open. */
    public String reasonName() {
      return reason.name();
    }

    /** As {@link EndReason#isOwnDoing}. */
    public boolean ownDoing() {
      return reason.isOwnDoing();
    }
  }

  /** Somebody is asked whether they want a group. */
  record MatchRequestProposed(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      Instant respondBy,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /**
   * Somebody has a group.
   *
   * @param relaxed the steps without which it would not have suited them, by name
   */
  record MatchRequestMatched(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      MeetingId meeting,
      List<String> relaxed,
      Instant occurredAt)
      implements MatchRequestEvent {
    public MatchRequestMatched {
      relaxed = List.copyOf(relaxed);
    }
  }

  /** Somebody has another group than before, so that more people have one. */
  record MatchRequestMoved(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      MeetingId meeting,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /** Somebody has a seat in an open room. */
  record MatchRequestSeated(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      RoomId room,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /** The group did not come about or fell apart, or the room was given up: somebody waits again. */
  record MatchRequestReturned(
      MatchRequestId request, MemberId member, CategoryKey category, Instant occurredAt)
      implements MatchRequestEvent {}

  /** The time was over. */
  record MatchRequestExpired(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      EndReason reason,
      Instant occurredAt)
      implements MatchRequestEvent {
    /** As {@link EndReason#name}, for those to whom only events are open. */
    public String reasonName() {
      return reason.name();
    }

    /** As {@link EndReason#isOwnDoing}. */
    public boolean ownDoing() {
      return reason.isOwnDoing();
    }
  }
}
