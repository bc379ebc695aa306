package dev.moim.application.meeting.port.in;

import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.shared.MeetingId;

/** Ends a meeting that will not take place, for another context and in its transaction. */
@FunctionalInterface
public interface CallOffMeeting {
  record Command(MeetingId meeting, CallOffReason reason) {}

  /**
   * Idempotent. The members are told if too few are left, and nobody if they were regrouped.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND; MEETING_ENDED if it has taken
   *     place
   */
  void callOff(Command command);
}
