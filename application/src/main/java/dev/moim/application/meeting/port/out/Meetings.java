package dev.moim.application.meeting.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/** The meetings of members. */
public interface Meetings {
  Optional<Meeting> find(MeetingId id);

  /** A member's meetings, the latest formed first. */
  Page<Meeting.Snapshot> of(MemberId member, PageRequest page);

  /**
   * Stores a meeting and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Meeting.Snapshot save(Meeting meeting);
}
