package dev.moim.adapter.web.meeting;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.room.port.in.NameRooms;
import dev.moim.application.shared.Page;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows meetings together with what the rooms that they came from are called. */
public final class MeetingResponses {
  private final NameRooms nameRooms;

  MeetingResponses(NameRooms nameRooms) {
    this.nameRooms = nameRooms;
  }

  public MeetingResponse of(Caller caller, MeetingView meeting) {
    return MeetingResponse.of(meeting, titles(caller, List.of(meeting)));
  }

  /** The rooms of all meetings of a page are looked up at once. */
  Page<MeetingResponse> of(Caller caller, Page<MeetingView> page) {
    Map<RoomId, String> titles = titles(caller, page.items());
    return new Page<>(
        page.items().stream().map(meeting -> MeetingResponse.of(meeting, titles)).toList(),
        page.next());
  }

  /** What the room is called that a meeting came from, if it did and the caller may know. */
  Optional<String> roomTitle(Caller caller, MeetingView meeting) {
    return titles(caller, List.of(meeting)).values().stream().findFirst();
  }

  private Map<RoomId, String> titles(Caller caller, List<MeetingView> meetings) {
    return nameRooms.titles(
        caller,
        meetings.stream()
            .flatMap(meeting -> meeting.source().fromRoom().stream())
            .collect(Collectors.toSet()));
  }
}
