package dev.moim.application.matching.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The match requests of members. */
public interface MatchRequests {
  Optional<MatchRequest> find(MatchRequestId id);

  /** The one waiting request of a member in a category. */
  Optional<MatchRequestId> liveOf(MemberId member, CategoryKey category);

  /** All requests of a category that wait and have not expired by then, the oldest first. */
  List<MatchRequest.Snapshot> waiting(CategoryKey category, Instant now);

  /**
   * How many requests of a category wait and have not expired by then. Where hundreds wait it may
   * be the number of a second ago.
   */
  long countWaiting(CategoryKey category, Instant now);

  /** Waiting requests whose time is over by then, the longest over first. */
  List<MatchRequestId> overdue(Instant now, int limit);

  /** A member's requests, the latest submitted first. */
  Page<MatchRequest.Snapshot> of(MemberId member, PageRequest page);

  /**
   * Stores a request and advances its version; returns the state as stored.
   *
   * @throws dev.moim.domain.shared.DomainException LIVE_REQUEST_EXISTS if the member has another
   *     waiting request in the category; of several that race, one is stored, and the others get
   *     this refusal, or a conflict and the refusal when they try again
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  MatchRequest.Snapshot save(MatchRequest request);
}
