package dev.moim.application.meeting.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;

/** Shows a meeting to one of its members. */
@FunctionalInterface
public interface ViewMeeting {
  /**
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, also for those who are not in
   *     it
   */
  MeetingView view(Caller caller, MeetingId meeting);
}
