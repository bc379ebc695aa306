package dev.moim.application.meeting.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;

/** Lists a member's own meetings, the latest formed first. */
@FunctionalInterface
public interface ListMeetings {
  Page<MeetingView> list(Caller caller, PageRequest page);
}
