package dev.moim.application.matching.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The match requests of members. */
public interface MatchRequests {
  Optional<MatchRequest> find(MatchRequestId id);

  /** Those of the requests that exist, in no order; one query for each 500. */
  List<MatchRequest> findAll(Collection<MatchRequestId> ids);

  /** The one live request of a member in a category. */
  Optional<MatchRequestId> liveOf(MemberId member, CategoryKey category);

  /**
   * All leading requests of a category that wait (those too whose time is over), or are in a group
   * that may still change; the oldest first.
   */
  List<MatchRequest.Snapshot> inPool(CategoryKey category);

  /** At which version each of the requests stands that {@link #inPool} would return. */
  Map<MatchRequestId, Version> versionsInPool(CategoryKey category);

  /** The leading requests that were matched and have one of these meetings, in no order. */
  List<MatchRequest.Snapshot> ofMeetings(Collection<MeetingId> meetings);

  /** The request of a member that was matched and has that meeting. */
  Optional<MatchRequestId> ofMeeting(MeetingId meeting, MemberId member);

  /** The requests, leading or not, that were matched and have a seat in that room, in no order. */
  List<MatchRequest.Snapshot> seatedIn(RoomId room);

  /**
   * How many requests of a category wait and have not expired by then. Where hundreds wait it may
   * be the number of a second ago.
   */
  long countWaiting(CategoryKey category, Instant now);

  /**
   * The leading requests of a category that were submitted, or began to wait, at {@code from} or
   * later and before {@code to}, whatever became of them, but those that still ask friends; the
   * oldest first. One query for each 500, and one more.
   */
  List<MatchRequest.Snapshot> submittedBetween(
      CategoryKey category, Instant from, Instant to, int limit);

  /** Requests with that status whose time is over by then, the longest over first. */
  List<MatchRequestId> overdue(MatchRequestStatus status, Instant now, int limit);

  /** A member's requests, the latest submitted first. */
  Page<MatchRequest.Snapshot> of(MemberId member, PageRequest page);

  /** The requests to which a member is asked to come along and has not answered, latest first. */
  List<MatchRequest.Snapshot> inviting(MemberId friend, int limit);

  /**
   * Stores a request and advances its version; returns the state as stored.
   *
   * @throws dev.moim.domain.shared.DomainException LIVE_REQUEST_EXISTS if the member has another
   *     live request in the category; of several that race, one is stored, and the others get this
   *     refusal, or a conflict and the refusal when they try again
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  MatchRequest.Snapshot save(MatchRequest request);
}
