package dev.moim.domain.matching;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * What happens to match requests. All events of a pool, a category, have one key, so that one
 * consumer at a time acts on a pool; the events of one request stay in order.
 */
public sealed interface MatchRequestEvent extends DomainEvent {
  MatchRequestId request();

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

  /** Somebody took the request back. */
  record MatchRequestCancelled(
      MatchRequestId request, MemberId member, CategoryKey category, Instant occurredAt)
      implements MatchRequestEvent {}

  /** Somebody has a group. */
  record MatchRequestMatched(
      MatchRequestId request,
      MemberId member,
      CategoryKey category,
      MeetingId meeting,
      Instant occurredAt)
      implements MatchRequestEvent {}

  /** Nobody suitable came in time. */
  record MatchRequestExpired(
      MatchRequestId request, MemberId member, CategoryKey category, Instant occurredAt)
      implements MatchRequestEvent {}
}
