package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A meeting as its members see it. */
public record MeetingView(
    MeetingId id,
    CategoryKey category,
    AllOf agreed,
    List<Person> members,
    MeetingSource source,
    Optional<Instant> startsAt,
    Instant formedAt,
    MeetingStatus status,
    Version version) {
  public MeetingView {
    members = List.copyOf(members);
  }

  /**
   * A member of the meeting.
   *
   * @param nickname empty if the member no longer exists
   */
  public record Person(MemberId id, Optional<String> nickname) {}
}
