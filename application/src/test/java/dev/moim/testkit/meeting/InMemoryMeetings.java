package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  public List<Meeting.Snapshot> all(Collection<MeetingId> ids) {
    return ids.stream().distinct().map(meetings::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<Meeting> ofRoom(RoomId room) {
    return meetings.all().stream()
        .filter(meeting -> meeting.source().fromRoom().filter(room::equals).isPresent())
        .findFirst()
        .map(Meeting::restore);
  }

  @Override
  public Map<MemberId, Set<MemberId>> partners(
      Collection<MemberId> members, CategoryKey category, Instant since) {
    Map<MemberId, Set<MemberId>> partners = new HashMap<>();
    for (Meeting.Snapshot meeting : meetings.all()) {
      if (!meeting.category().equals(category)
          || meeting.formedAt().isBefore(since)
          || meeting.status() == MeetingStatus.CANCELLED) {
        continue;
      }
      for (MemberId member : meeting.members()) {
        Set<MemberId> others = new HashSet<>(meeting.members());
        others.remove(member);
        if (members.contains(member) && !others.isEmpty()) {
          partners.computeIfAbsent(member, one -> new HashSet<>()).addAll(others);
        }
      }
    }
    return partners;
  }

  @Override
  public List<MeetingId> due(Instant now, int limit) {
    return meetings.all().stream()
        .filter(meeting -> meeting.dueAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((Meeting.Snapshot meeting) -> meeting.dueAt().orElseThrow())
                .thenComparing(meeting -> meeting.id().toString()))
        .limit(limit)
        .map(Meeting.Snapshot::id)
        .toList();
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
