package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in which meeting, for other contexts. */
@FunctionalInterface
public interface FindMeetings {
  /**
   * @param room which became the meeting, if one did
   */
  record Participation(
      MeetingId meeting,
      CategoryKey category,
      List<MemberId> members,
      Optional<Instant> startsAt,
      AllOf agreed,
      Optional<RoomId> room,
      MeetingStatus status) {
    public Participation {
      members = List.copyOf(members);
    }
  }

  /** Those that there are; one statement for each 500. */
  Map<MeetingId, Participation> find(Collection<MeetingId> meetings);
}
