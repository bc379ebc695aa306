package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class ViewMeetingsService {
  private final Meetings meetings;
  private final NameMembers nameMembers;
  private final Transactions transactions;

  ViewMeetingsService(Meetings meetings, NameMembers nameMembers, Transactions transactions) {
    this.meetings = meetings;
    this.nameMembers = nameMembers;
    this.transactions = transactions;
  }

  MeetingView view(Caller caller, MeetingId id) {
    return transactions.read(() -> {
      Meeting.Snapshot meeting =
          meetings
              .find(id)
              .map(Meeting::snapshot)
              .filter(found -> found.hasMember(caller.id()))
              .orElseThrow(MeetingError.MEETING_NOT_FOUND::exception);
      return view(meeting, nameMembers.names(meeting.members()));
    });
  }

  Page<MeetingView> list(Caller caller, PageRequest request) {
    return transactions.read(() -> {
      Page<Meeting.Snapshot> page = meetings.of(caller.id(), request);
      Set<MemberId> people =
          page.items().stream()
              .map(Meeting.Snapshot::members)
              .flatMap(Collection::stream)
              .collect(Collectors.toSet());
      Map<MemberId, String> names = nameMembers.names(people);
      return page.map(meeting -> view(meeting, names));
    });
  }

  private static MeetingView view(Meeting.Snapshot meeting, Map<MemberId, String> names) {
    return new MeetingView(
        meeting.id(),
        meeting.category(),
        meeting.agreed(),
        meeting.members().stream()
            .map(id -> new MeetingView.Person(id, Optional.ofNullable(names.get(id))))
            .toList(),
        meeting.source(),
        meeting.startsAt(),
        meeting.formedAt(),
        meeting.status(),
        meeting.version());
  }
}
