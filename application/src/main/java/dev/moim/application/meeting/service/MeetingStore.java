package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.meeting.Absence;
import dev.moim.domain.meeting.AbsenceReason;
import dev.moim.domain.meeting.Award;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.shared.AbsenceId;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.ScoreEntryId;
import java.time.Instant;
import java.util.List;

/** Loads meetings, and stores each together with its events and the points it brings. */
final class MeetingStore {
  private final Meetings meetings;
  private final Scores scores;
  private final Absences absences;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  MeetingStore(
      Meetings meetings, Scores scores, Absences absences, Outbox outbox, Ids ids, Clock clock) {
    this.meetings = meetings;
    this.scores = scores;
    this.absences = absences;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  Meeting get(MeetingId id) {
    return meetings.find(id).orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
  }

  /** The meeting that a room became. */
  Meeting get(RoomId room) {
    return meetings.ofRoom(room).orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
  }

  void save(Meeting meeting) {
    Meeting.Snapshot stored = meetings.save(meeting);
    outbox.append(meeting.pullEvents());
    List<Award> awards = meeting.pullAwards();
    if (!awards.isEmpty()) {
      enter(stored, awards, clock.now());
    }
  }

  private ScoreEntry entry(Meeting.Snapshot meeting, Award award, Instant now) {
    return award.isOpinion()
        ? ScoreEntry.of(
            ScoreEntryId.withoutTime(ids.next()),
            meeting.id(),
            meeting.category(),
            award,
            meeting.startsAt().orElse(meeting.formedAt()))
        : ScoreEntry.of(new ScoreEntryId(ids.next()), meeting.id(), meeting.category(), award, now);
  }

  private void enter(Meeting.Snapshot meeting, List<Award> awards, Instant now) {
    scores.add(awards.stream().map(award -> entry(meeting, award, now)).toList());
    for (Award award : awards) {
      if (award.reason() == ScoreReason.REPORTED_ABSENT) {
        absences.add(
            new Absence(
                new AbsenceId(ids.next()),
                award.member(),
                meeting.category(),
                AbsenceReason.REPORTED,
                now));
      }
    }
  }
}
