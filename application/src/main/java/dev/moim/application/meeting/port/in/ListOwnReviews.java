package dev.moim.application.meeting.port.in;

import dev.moim.domain.meeting.Rating;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import java.util.List;

/** Shows a member what they wrote about the others in a meeting. */
@FunctionalInterface
public interface ListOwnReviews {
  /**
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND
   */
  List<Rating> list(Caller caller, MeetingId meeting);
}
