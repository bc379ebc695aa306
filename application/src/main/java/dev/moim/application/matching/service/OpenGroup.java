package dev.moim.application.matching.service;

import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Instant;
import java.util.Set;

/**
 * A group that may still change.
 *
 * @param number by which the engine knows it
 * @param members the leading requests in it
 * @param fixBy when it is fixed at the latest: nobody joins a meeting that has begun
 * @param earliest before which its meeting does not start
 */
record OpenGroup(
    long number, MeetingId meeting, Set<MatchRequestId> members, Instant fixBy, Instant earliest) {
  OpenGroup {
    members = Set.copyOf(members);
  }
}
