package dev.moim.application.meeting.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The meetings of members. */
public interface Meetings {
  Optional<Meeting> find(MeetingId id);

  /** The meeting that a room became. */
  Optional<Meeting> ofRoom(RoomId room);

  /** Those of these that there are, in one statement whatever their number; in no order. */
  List<Meeting.Snapshot> all(Collection<MeetingId> ids);

  /**
   * Whom each of these has been brought together with, in meetings of that category that were
   * formed at that instant or later and not called off; who met nobody is left out.
   */
  Map<MemberId, Set<MemberId>> partners(
      Collection<MemberId> members, CategoryKey category, Instant since);

  /** Meetings that have something due by now, the longest due first. */
  List<MeetingId> due(Instant now, int limit);

  /** A member's meetings, the latest formed first. */
  Page<Meeting.Snapshot> of(MemberId member, PageRequest page);

  /**
   * Stores a meeting and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Meeting.Snapshot save(Meeting meeting);
}
