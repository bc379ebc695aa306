package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.shared.MeetingId;

/** Loads meetings, and stores each together with its events. */
final class MeetingStore {
  private final Meetings meetings;
  private final Outbox outbox;

  MeetingStore(Meetings meetings, Outbox outbox) {
    this.meetings = meetings;
    this.outbox = outbox;
  }

  Meeting get(MeetingId id) {
    return meetings.find(id).orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
  }

  Meeting.Snapshot save(Meeting meeting) {
    Meeting.Snapshot stored = meetings.save(meeting);
    outbox.append(meeting.pullEvents());
    return stored;
  }
}
