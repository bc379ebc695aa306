package dev.moim.application.room;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomUseCasesTest {
  private final Community community = new Community();
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Instant tomorrow = community.clock().now().plus(Duration.ofDays(1));

  private OpenRoom.Command lunch(int capacity, boolean anonymous) {
    return new OpenRoom.Command(
        host, "Lunch", "Noodles", "meal", Map.of(), tomorrow, capacity, anonymous);
  }

  private RoomView open(int capacity) {
    return community.rooms().openRoom().open(lunch(capacity, false));
  }

  private RoomView join(Caller member, RoomId room) {
    return community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
  }

  private void leave(Caller member, RoomId room) {
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(member, room));
  }

  private MeetingId confirm(Caller member, RoomId room) {
    return confirm(member, room, Optional.empty());
  }

  private MeetingId confirm(Caller member, RoomId room, Optional<Version> expected) {
    return community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(member, room, expected));
  }

  private void cancel(Caller member, RoomId room) {
    cancel(member, room, Optional.empty());
  }

  private void cancel(Caller member, RoomId room, Optional<Version> expected) {
    community
        .rooms()
        .cancelRoom()
        .cancel(new CancelRoom.Command(member, Origin.OPERATOR, room, expected, ""));
  }

  private RoomView view(Caller member, RoomId room) {
    return community.rooms().viewRoom().view(member, room);
  }

  private Page<RoomView> list(
      Caller member, Optional<RoomStatus> status, Optional<Caller> of, PageRequest page) {
    return community
        .rooms()
        .listRooms()
        .list(
            member,
            new ListRooms.Query(
                Optional.empty(), status, of.map(Caller::id), false, ListRooms.Sort.SOONEST, page));
  }

  private static ListRooms.Query joinable(Optional<RoomStatus> status) {
    return new ListRooms.Query(
        Optional.empty(),
        status,
        Optional.empty(),
        true,
        ListRooms.Sort.SOONEST,
        PageRequest.first(20));
  }

  @Test
  void rooms_that_are_not_open_are_not_joinable_whatever_their_seats() {
    cancel(host, open(4).id());
    ListRooms list = community.rooms().listRooms();

    for (RoomStatus status : RoomStatus.values()) {
      assertThat(list.list(minji, joinable(Optional.of(status))))
          .as("%s", status)
          .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }
    assertThat(list.list(minji, joinable(Optional.empty())).items()).isEmpty();
    RoomId open = open(4).id();
    assertThat(list.list(minji, joinable(Optional.empty())).items())
        .extracting(RoomView::id)
        .containsExactly(open);
  }

  @Test
  void who_opens_a_room_is_its_host_and_first_member() {
    RoomView room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    host,
                    " Lunch ",
                    "Noodles",
                    "meal",
                    Map.of("place", new FacetInput.Choice(List.of("gaepo"))),
                    tomorrow,
                    4,
                    false));

    assertThat(room.details().title()).isEqualTo("Lunch");
    assertThat(room.details().category()).isEqualTo(new CategoryKey("meal"));
    assertThat(room.details().condition()).isEqualTo(SampleConditions.oneOf("place", "gaepo"));
    assertThat(room.members())
        .containsExactly(
            new RoomView.Person(Optional.of(host.id()), Optional.of("host"), 1, true, true));
    assertThat(room.status()).isEqualTo(RoomStatus.OPEN);
    assertThat(room.openedAt()).isEqualTo(community.clock().now());
    assertThat(room.joined()).isTrue();
    assertThat(room.version()).isEqualTo(new Version(1));
    assertThat(view(host, room.id())).isEqualTo(room);
    assertThat(community.events()).last().isInstanceOf(RoomEvent.RoomOpened.class);
  }

  @Test
  void a_room_of_an_unknown_category_is_refused() {
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () ->
            community
                .rooms()
                .openRoom()
                .open(
                    new OpenRoom.Command(host, "Lunch", "", "nap", Map.of(), tomorrow, 4, false)));
  }

  @Test
  void everything_wrong_with_a_room_is_said_at_once() {
    assertInvalid(
        () ->
            community
                .rooms()
                .openRoom()
                .open(
                    new OpenRoom.Command(
                        host,
                        " ",
                        "",
                        "meal",
                        Map.of(
                            "place",
                            new FacetInput.Choice(List.of("gaepo", "moon")),
                            "mood",
                            new FacetInput.Choice(List.of("good"))),
                        tomorrow,
                        21,
                        false)),
        "/title WRONG_LENGTH",
        "/capacity OUT_OF_RANGE",
        "/condition/place/1 UNKNOWN_OPTION",
        "/condition/mood UNKNOWN_FACET");
  }

  @Test
  void a_room_meets_in_the_future_and_not_too_far_ahead() {
    Instant now = community.clock().now();
    for (Instant past : List.of(now, now.minusSeconds(1))) {
      assertInvalid(() -> openMeetingAt(past), "/meetsAt NOT_IN_THE_FUTURE");
    }
    assertInvalid(
        () -> openMeetingAt(now.plus(Duration.ofDays(60)).plusNanos(1_000)),
        "/meetsAt TOO_FAR_AHEAD");

    assertThat(openMeetingAt(now.plus(Duration.ofDays(60))).status()).isEqualTo(RoomStatus.OPEN);
  }

  private RoomView openMeetingAt(Instant instant) {
    return community
        .rooms()
        .openRoom()
        .open(new OpenRoom.Command(host, "Lunch", "", "meal", Map.of(), instant, 4, false));
  }

  @Test
  void a_member_who_joins_takes_the_next_seat() {
    RoomId id = open(4).id();

    RoomView room = join(minji, id);

    assertThat(room.members())
        .containsExactly(
            new RoomView.Person(Optional.of(host.id()), Optional.of("host"), 1, true, false),
            new RoomView.Person(Optional.of(minji.id()), Optional.of("minji"), 2, false, true));
    assertThat(view(jun, id).joined()).isFalse();
  }

  @Test
  void a_refused_change_leaves_the_room_and_the_outbox_as_they_were() {
    RoomId id = open(2).id();
    join(minji, id);
    RoomView before = view(host, id);
    List<DomainEvent> events = community.events();

    assertRefused(RoomError.ALREADY_A_MEMBER, () -> join(minji, id));
    assertThat(assertRefused(RoomError.ROOM_FULL, () -> join(jun, id)).details())
        .containsEntry("capacity", 2);
    assertRefused(RoomError.NOT_A_MEMBER, () -> leave(jun, id));
    assertRefused(RoomError.NOT_THE_HOST, () -> confirm(minji, id));
    assertRefused(RoomError.NOT_THE_HOST, () -> cancel(jun, id));

    assertThat(view(host, id)).isEqualTo(before);
    assertThat(community.events()).isEqualTo(events);
  }

  @Test
  void an_unknown_room_is_not_found() {
    RoomId unknown = Samples.roomId();

    assertRefused(RoomError.ROOM_NOT_FOUND, () -> join(minji, unknown));
    assertRefused(RoomError.ROOM_NOT_FOUND, () -> leave(minji, unknown));
    assertRefused(RoomError.ROOM_NOT_FOUND, () -> confirm(minji, unknown));
    assertRefused(RoomError.ROOM_NOT_FOUND, () -> cancel(minji, unknown));
    assertRefused(RoomError.ROOM_NOT_FOUND, () -> view(minji, unknown));
  }

  @Test
  void a_member_of_a_full_room_can_leave_and_another_can_come() {
    RoomId id = open(2).id();
    join(minji, id);

    leave(minji, id);

    assertThat(join(jun, id).members()).extracting(RoomView.Person::seat).containsExactly(1, 3);
  }

  @Test
  void a_confirmed_room_becomes_a_meeting_of_its_members() {
    RoomId id = open(4).id();
    assertRefused(RoomError.TOO_FEW_MEMBERS, () -> confirm(host, id));
    join(minji, id);

    MeetingId meeting = confirm(host, id);

    MeetingView view = community.meetings().viewMeeting().view(minji, meeting);
    assertThat(view.members())
        .extracting(MeetingView.Person::id)
        .containsExactly(host.id(), minji.id());
    assertThat(view.source()).isEqualTo(new MeetingSource.ConfirmedRoom(id));
    assertThat(view.startsAt()).contains(tomorrow);
    assertThat(assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(jun, id)).details())
        .containsEntry("status", RoomStatus.CONFIRMED);
    assertRefused(RoomError.ALREADY_A_MEMBER, () -> join(minji, id));
  }

  @Test
  void a_cancelled_room_takes_nobody() {
    RoomId id = open(4).id();

    cancel(host, id);

    assertThat(view(host, id).status()).isEqualTo(RoomStatus.CANCELLED);
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(minji, id));
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> leave(host, id));
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> cancel(host, id));
  }

  @Test
  void rooms_expire_when_their_time_comes_and_only_once() {
    RoomId id = open(4).id();
    RoomId confirmed = open(4).id();
    join(minji, confirmed);
    assertThat(confirm(host, confirmed)).isNotNull();
    assertThat(community.rooms().expireRooms().expire()).isZero();

    community.clock().set(tomorrow);

    assertThat(community.rooms().expireRooms().expire()).isEqualTo(1);
    assertThat(community.rooms().expireRooms().expire()).isZero();
    assertThat(view(host, id).status()).isEqualTo(RoomStatus.EXPIRED);
    assertThat(view(host, confirmed).status()).isEqualTo(RoomStatus.CONFIRMED);
  }

  @Test
  void a_room_whose_time_has_come_takes_nobody_even_before_it_is_swept() {
    RoomId id = open(4).id();

    community.clock().set(tomorrow);

    assertThat(assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(minji, id)).details())
        .containsEntry("status", RoomStatus.EXPIRED);
  }

  @Test
  void rooms_are_listed_page_by_page_and_by_member() {
    for (int i = 0; i < 5; i++) {
      RoomId id = open(4).id();
      if (i % 2 == 0) {
        join(minji, id);
      }
    }

    Page<RoomView> first = list(jun, Optional.empty(), Optional.empty(), PageRequest.first(3));
    Page<RoomView> second =
        list(jun, Optional.empty(), Optional.empty(), new PageRequest(3, first.next()));

    assertThat(first.items()).hasSize(3).noneMatch(RoomView::joined);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(list(minji, Optional.empty(), Optional.of(minji), PageRequest.first(20)).items())
        .hasSize(3)
        .allMatch(RoomView::joined);
    assertThat(
            list(minji, Optional.of(RoomStatus.CANCELLED), Optional.empty(), PageRequest.first(20))
                .items())
        .isEmpty();
  }

  @Test
  void an_anonymous_room_shows_others_only_their_seats() {
    RoomId id = community.rooms().openRoom().open(lunch(4, true)).id();

    RoomView asMember = join(minji, id);

    RoomView.Person hidden =
        new RoomView.Person(Optional.empty(), Optional.empty(), 1, true, false);
    RoomView.Person myself =
        new RoomView.Person(Optional.of(minji.id()), Optional.of("minji"), 2, false, true);
    assertThat(asMember.members()).containsExactly(hidden, myself);
    for (RoomView asStranger :
        List.of(
            view(jun, id),
            list(jun, Optional.empty(), Optional.empty(), PageRequest.first(20))
                .items()
                .getFirst())) {
      assertThat(asStranger.members())
          .extracting(RoomView.Person::id)
          .containsOnly(Optional.empty());
      assertThat(asStranger.members())
          .extracting(RoomView.Person::nickname)
          .containsOnly(Optional.empty());
    }
    assertThat(view(host, id).members())
        .extracting(RoomView.Person::nickname)
        .containsExactly(Optional.of("host"), Optional.of("minji"));
  }

  @Test
  void who_has_not_seen_the_latest_of_a_room_does_not_cancel_it() {
    RoomView seen = open(4);
    RoomView joined = join(minji, seen.id());

    assertRefused(
        SharedError.STALE_VERSION, () -> cancel(host, seen.id(), Optional.of(seen.version())));
    cancel(host, seen.id(), Optional.of(joined.version()));

    assertThat(view(host, seen.id()).status()).isEqualTo(RoomStatus.CANCELLED);
  }

  @Test
  void who_has_not_seen_the_latest_of_a_room_does_not_confirm_it() {
    RoomId id = open(4).id();
    RoomView seen = join(minji, id);
    RoomView left = view(host, id);
    leave(minji, id);
    RoomView latest = join(jun, id);

    for (RoomView stale : List.of(seen, left)) {
      assertRefused(
          SharedError.STALE_VERSION, () -> confirm(host, id, Optional.of(stale.version())));
    }
    assertThat(view(host, id).status()).isEqualTo(RoomStatus.OPEN);
    confirm(host, id, Optional.of(latest.version()));

    assertThat(view(host, id).status()).isEqualTo(RoomStatus.CONFIRMED);
  }

  @Test
  void an_admin_sees_who_is_in_an_anonymous_room() {
    RoomId id = community.rooms().openRoom().open(lunch(4, true)).id();

    assertThat(view(new Caller(jun.id(), Role.ADMIN), id).members())
        .extracting(RoomView.Person::nickname)
        .containsExactly(Optional.of("host"));
    assertThat(view(new Caller(jun.id(), Role.MANAGER), id).members())
        .extracting(RoomView.Person::nickname)
        .containsExactly(Optional.empty());
  }

  @Test
  void an_anonymous_room_opens_to_its_members_when_it_is_confirmed() {
    RoomId id = community.rooms().openRoom().open(lunch(4, true)).id();
    join(minji, id);

    assertThat(confirm(host, id)).isNotNull();

    assertThat(view(minji, id).members())
        .extracting(RoomView.Person::nickname)
        .containsExactly(Optional.of("host"), Optional.of("minji"));
    assertThat(view(jun, id).members())
        .extracting(RoomView.Person::nickname)
        .containsOnly(Optional.empty());
  }

  @Test
  void who_is_in_an_anonymous_room_is_not_to_be_found_out_by_listing() {
    RoomId id = community.rooms().openRoom().open(lunch(4, true)).id();
    join(minji, id);

    assertRefused(
        SharedError.NOT_ALLOWED,
        () -> list(jun, Optional.empty(), Optional.of(minji), PageRequest.first(20)));
    assertThat(list(minji, Optional.empty(), Optional.of(minji), PageRequest.first(20)).items())
        .hasSize(1);
  }

  @Test
  void the_relay_is_told_after_the_commit_and_not_of_a_refusal() {
    RoomId id = open(2).id();
    int before = community.signals();

    join(minji, id);
    assertRefused(RoomError.ROOM_FULL, () -> join(jun, id));

    assertThat(community.signals()).isEqualTo(before + 1);
  }
}
