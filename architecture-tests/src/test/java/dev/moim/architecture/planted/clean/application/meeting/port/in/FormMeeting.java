package dev.moim.architecture.planted.clean.application.meeting.port.in;

import dev.moim.architecture.planted.clean.domain.shared.MeetingId;

/** A use case that another context calls. */
@FunctionalInterface
public interface FormMeeting {
  MeetingId form();
}
