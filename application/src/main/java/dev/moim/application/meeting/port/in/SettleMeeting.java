package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.shared.MeetingId;
import java.time.Instant;
import java.util.Optional;

/** Fixes place and time of a meeting, for another context and in its transaction. */
@FunctionalInterface
public interface SettleMeeting {
  record Command(MeetingId meeting, AllOf agreed, Optional<Instant> startsAt) {}

  /**
   * The members are told if this differs from what they knew.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, MEETING_ENDED
   */
  void settle(Command command);
}
