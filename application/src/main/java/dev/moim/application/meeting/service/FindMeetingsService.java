package dev.moim.application.meeting.service;

import static java.util.stream.Collectors.toMap;

import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import java.util.Collection;
import java.util.Map;

final class FindMeetingsService implements FindMeetings {
  private final Meetings meetings;
  private final Transactions transactions;

  FindMeetingsService(Meetings meetings, Transactions transactions) {
    this.meetings = meetings;
    this.transactions = transactions;
  }

  @Override
  public Map<MeetingId, Participation> find(Collection<MeetingId> wanted) {
    return transactions.read(() -> meetings.all(wanted)).stream()
        .collect(toMap(Meeting.Snapshot::id, FindMeetingsService::participation));
  }

  private static Participation participation(Meeting.Snapshot meeting) {
    return new Participation(
        meeting.id(),
        meeting.category(),
        meeting.members(),
        meeting.startsAt(),
        meeting.agreed(),
        meeting.source().fromRoom(),
        meeting.status());
  }
}
