package dev.moim.application.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomStoryTest {
  private final Community community = new Community();

  @Test
  void a_room_lives_from_its_opening_to_its_meeting() {
    Caller host = community.newcomer("host");
    Caller minji = community.newcomer("minji");
    Caller jun = community.newcomer("jun");
    Caller sora = community.newcomer("sora");

    // The host opens a room for three, and it fills.
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    host,
                    "점심 🍜",
                    "",
                    "meal",
                    Map.of(),
                    community.clock().now().plus(Duration.ofHours(3)),
                    3,
                    true))
            .id();
    join(minji, room);
    join(jun, room);
    assertThat(types(host))
        .containsExactlyInAnyOrder(
            NotificationType.ROOM_JOINED, NotificationType.ROOM_JOINED, NotificationType.ROOM_FULL);
    assertThat(community.told(minji))
        .extracting(Notification::arguments)
        .containsExactly(Map.of("title", "점심 🍜", "seat", "3"));

    // The host goes: who was there longest takes over, and the free seat is taken.
    community.clock().advance(Duration.ofMinutes(10));
    leave(host, room);
    assertThat(types(minji))
        .containsExactlyInAnyOrder(
            NotificationType.ROOM_JOINED,
            NotificationType.ROOM_LEFT,
            NotificationType.ROOM_HANDED_OVER);
    join(sora, room);
    RoomView full = community.rooms().viewRoom().view(minji, room);
    assertThat(full.members())
        .extracting(RoomView.Person::nickname)
        .containsExactly(Optional.of("minji"), Optional.of("jun"), Optional.of("sora"));
    assertThat(full.members().getFirst().host()).isTrue();

    // The new host confirms; the others learn of it, and who they will meet.
    community.clock().advance(Duration.ofMinutes(10));
    MeetingId meeting =
        community
            .rooms()
            .confirmRoom()
            .confirm(new ConfirmRoom.Command(minji, room, Optional.empty()));
    assertThat(types(jun)).contains(NotificationType.ROOM_CONFIRMED);
    assertThat(types(host)).doesNotContain(NotificationType.ROOM_CONFIRMED);
    MeetingView seen = community.meetings().viewMeeting().view(sora, meeting);
    assertThat(seen.members())
        .extracting(MeetingView.Person::nickname)
        .containsExactly(Optional.of("minji"), Optional.of("jun"), Optional.of("sora"));
    assertThat(community.meetings().listMeetings().list(host, PageRequest.first(20)).items())
        .isEmpty();

    // Its time comes, and it stays what it is.
    community.clock().advance(Duration.ofDays(1));
    assertThat(community.rooms().expireRooms().expire()).isZero();
    assertThat(community.rooms().viewRoom().view(jun, room).status())
        .isEqualTo(RoomStatus.CONFIRMED);
  }

  @Test
  void a_room_that_everybody_leaves_is_cancelled() {
    Caller host = community.newcomer("host");
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    host,
                    "Lunch",
                    "",
                    "meal",
                    Map.of(),
                    community.clock().now().plus(Duration.ofHours(3)),
                    3,
                    false))
            .id();

    leave(host, room);

    assertThat(community.rooms().viewRoom().view(host, room).status())
        .isEqualTo(RoomStatus.CANCELLED);
    assertThat(community.told(host)).isEmpty();
  }

  private void join(Caller member, RoomId room) {
    assertThat(community.rooms().joinRoom().join(new JoinRoom.Command(member, room)).joined())
        .isTrue();
  }

  private void leave(Caller member, RoomId room) {
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(member, room));
  }

  private List<NotificationType> types(Caller member) {
    return community.told(member).stream().map(Notification::type).toList();
  }
}
