package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.util.Optional;

/** Meetings on an {@link InMemoryStore}. */
public final class InMemoryMeetings implements Meetings {
  private final InMemoryStore.Table<MeetingId, Meeting.Snapshot> meetings;

  public InMemoryMeetings(InMemoryStore store) {
    meetings = store.table(Meeting.Snapshot::id);
  }

  @Override
  public Optional<Meeting> find(MeetingId id) {
    return meetings.find(id).map(Meeting::restore);
  }

  @Override
  public Page<Meeting.Snapshot> of(MemberId member, PageRequest page) {
    return Pages.latestFirst(
        meetings.all().stream().filter(meeting -> meeting.hasMember(member)),
        meeting -> new Position(meeting.formedAt(), meeting.id().value()),
        page);
  }

  @Override
  public Meeting.Snapshot save(Meeting meeting) {
    return meetings.save(meeting.snapshot(), Meeting.Snapshot::version, Meeting.Snapshot::stored);
  }
}
