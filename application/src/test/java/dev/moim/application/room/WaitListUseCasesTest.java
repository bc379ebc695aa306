package dev.moim.application.room;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.FindSeats;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.TakeSeats;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Full rooms, and what hosts do to theirs. */
class WaitListUseCasesTest {
  private final Community community = new Community();
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller sora = community.newcomer("sora");
  private final Caller hana = community.newcomer("hana");
  private final Instant tomorrow = community.clock().now().plus(Duration.ofDays(1));

  private RoomId open(int capacity) {
    return open(host, capacity);
  }

  private RoomId open(Caller by, int capacity) {
    return community
        .rooms()
        .openRoom()
        .open(new OpenRoom.Command(by, "Lunch", "", "meal", Map.of(), tomorrow, capacity, false))
        .id();
  }

  /** Of the host and Minji. */
  private RoomId full() {
    RoomId room = open(2);
    join(minji, room);
    return room;
  }

  private RoomView join(Caller member, RoomId room) {
    return community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
  }

  private void leave(Caller member, RoomId room) {
    community.rooms().leaveRoom().leave(new LeaveRoom.Command(member, room));
  }

  private RoomView queue(Caller member, RoomId room) {
    return community.rooms().waitForSeat().queue(new WaitForSeat.Command(member, room));
  }

  private void stop(Caller member, RoomId room) {
    community.rooms().stopWaiting().stop(new StopWaiting.Command(member, room));
  }

  private void remove(Caller by, Caller member, RoomId room, String reason) {
    community
        .rooms()
        .removeMember()
        .remove(new RemoveMember.Command(by, room, member.id(), reason));
  }

  private RoomView resize(RoomId room, int capacity) {
    return edit(room, Optional.empty(), Optional.empty(), Optional.of(capacity));
  }

  private RoomView edit(
      RoomId room,
      Optional<Version> expected,
      Optional<Instant> meetsAt,
      Optional<Integer> capacity) {
    return community
        .rooms()
        .editRoom()
        .edit(
            new EditRoom.Command(
                host,
                room,
                expected,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                meetsAt,
                capacity));
  }

  private RoomView view(Caller member, RoomId room) {
    return community.rooms().viewRoom().view(member, room);
  }

  private Optional<Instant> offered(Caller member, RoomId room) {
    return view(member, room).waitList().offeredUntil();
  }

  private List<NotificationType> types(Caller member) {
    return community.told(member).stream().map(Notification::type).toList();
  }

  private Notification latest(Caller member) {
    return community.told(member).getFirst();
  }

  @Test
  void who_waits_sees_the_own_place_and_nobody_sees_who_waits() {
    RoomId room = full();
    queue(jun, room);

    RoomView seen = queue(sora, room);

    assertThat(seen.joined()).isFalse();
    assertThat(seen.waitList())
        .isEqualTo(new RoomView.WaitList(2, 0, Optional.of(2), Optional.empty()));
    assertThat(view(minji, room).waitList())
        .isEqualTo(new RoomView.WaitList(2, 0, Optional.empty(), Optional.empty()));
    assertThat(view(host, room).members()).hasSize(2);
  }

  @Test
  void a_freed_seat_is_offered_taken_and_told_of() {
    RoomId room = full();
    queue(jun, room);
    queue(sora, room);

    leave(minji, room);

    Instant until = community.clock().now().plus(Duration.ofMinutes(10));
    assertThat(offered(jun, room)).contains(until);
    assertThat(latest(jun).type()).isEqualTo(NotificationType.SEAT_OFFERED);
    assertThat(latest(jun).arguments())
        .isEqualTo(Map.of("title", "Lunch", "until", until.toString()));
    assertThat(types(sora)).isEmpty();
    assertRefused(RoomError.ROOM_FULL, () -> join(minji, room));
    assertThat(join(jun, room).joined()).isTrue();
    assertThat(view(sora, room).waitList().place()).contains(1);
  }

  @Test
  void the_job_passes_an_offer_on_after_its_time_and_both_are_told() {
    RoomId room = full();
    queue(jun, room);
    queue(sora, room);
    leave(minji, room);
    community.clock().advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(community.rooms().endOffers().end()).isZero();
    community.clock().advance(Duration.ofSeconds(1));

    assertThat(community.rooms().endOffers().end()).isEqualTo(1);

    assertThat(types(jun)).contains(NotificationType.SEAT_OFFER_ENDED);
    assertThat(types(sora)).containsExactly(NotificationType.SEAT_OFFERED);
    assertThat(offered(sora, room)).isPresent();
    assertThat(view(jun, room).waitList().place()).isEmpty();
    assertThat(community.rooms().endOffers().end()).isZero();
  }

  /** Of the host, Minji and Hana; Jun waits, and Sora behind. */
  private MeetingId confirmed(RoomId room) {
    join(minji, room);
    join(hana, room);
    queue(jun, room);
    queue(sora, room);
    return community
        .rooms()
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(host, room, Optional.empty()));
  }

  private void cannotCome(Caller member, MeetingId meeting) {
    community.meetings().cannotCome().cannotCome(new CannotCome.Command(member, meeting));
    community.deliver();
  }

  private List<MemberId> comeTo(MeetingId meeting) {
    return Objects.requireNonNull(
            community.meetings().findMeetings().find(List.of(meeting)).get(meeting))
        .members();
  }

  @Test
  void the_seat_of_who_can_not_come_to_the_meeting_is_offered_and_who_takes_it_comes_along() {
    RoomId room = open(3);
    MeetingId meeting = confirmed(room);
    assertThat(view(jun, room).waitList().place()).contains(1);

    cannotCome(minji, meeting);

    assertThat(latest(jun).type()).isEqualTo(NotificationType.SEAT_OFFERED);
    assertThat(comeTo(meeting)).containsExactly(host.id(), hana.id());
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(sora, room));
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(minji, room));

    assertThat(join(jun, room).joined()).isTrue();

    assertThat(comeTo(meeting)).containsExactly(host.id(), hana.id(), jun.id());
    assertThat(types(hana))
        .startsWith(NotificationType.MATCH_JOINED, NotificationType.MEETING_LEFT)
        .doesNotContain(NotificationType.ROOM_LEFT);
    assertThat(view(sora, room).waitList().place()).contains(1);
    cannotCome(jun, meeting);
    assertThat(latest(sora).type()).isEqualTo(NotificationType.SEAT_OFFERED);
  }

  @Test
  void an_offer_of_a_seat_in_a_meeting_is_passed_on_and_ends_with_it() {
    RoomId room = open(3);
    MeetingId meeting = confirmed(room);
    cannotCome(minji, meeting);
    community.clock().advance(Duration.ofMinutes(10));

    assertThat(community.rooms().endOffers().end()).isEqualTo(1);

    assertThat(latest(jun).type()).isEqualTo(NotificationType.SEAT_OFFER_ENDED);
    assertThat(latest(sora).type()).isEqualTo(NotificationType.SEAT_OFFERED);
    cannotCome(host, meeting);
    assertThat(latest(sora).type()).isEqualTo(NotificationType.ROOM_WAIT_ENDED);
    assertThat(
            Objects.requireNonNull(
                    community.meetings().findMeetings().find(List.of(meeting)).get(meeting))
                .status())
        .isEqualTo(MeetingStatus.CANCELLED);
    assertRefused(RoomError.ROOM_NOT_OPEN, () -> join(sora, room));
  }

  @Test
  void nobody_waits_any_longer_when_the_meeting_has_taken_place() {
    RoomId room = open(3);
    cannotCome(minji, confirmed(room));
    join(jun, room);
    community.clock().set(tomorrow.plus(Duration.ofHours(1)));

    community.meetings().advanceMeetings().advance();

    assertThat(latest(sora).type()).isEqualTo(NotificationType.ROOM_WAIT_ENDED);
    assertThat(view(sora, room).waitList().waiting()).isZero();
  }

  @Test
  void who_is_kept_apart_from_somebody_who_comes_is_offered_no_seat_of_the_meeting() {
    RoomId room = open(3);
    MeetingId meeting = confirmed(room);
    community.blocks().blockMember().block(new BlockMember.Command(jun, hana.id()));

    cannotCome(minji, meeting);

    assertThat(offered(jun, room)).isEmpty();
    assertThat(offered(sora, room)).isPresent();
  }

  @Test
  void an_offer_that_nobody_is_left_for_frees_the_seat_for_all() {
    RoomId room = full();
    queue(jun, room);
    leave(minji, room);

    stop(jun, room);

    assertThat(view(jun, room).waitList())
        .isEqualTo(new RoomView.WaitList(0, 0, Optional.empty(), Optional.empty()));
    assertThat(join(sora, room).joined()).isTrue();
  }

  @Test
  void who_is_kept_apart_from_a_member_is_not_offered_a_seat() {
    RoomId room = full();
    queue(jun, room);
    queue(sora, room);
    community.blocks().blockMember().block(new BlockMember.Command(host, jun.id()));

    leave(minji, room);

    assertThat(offered(jun, room)).isEmpty();
    assertThat(offered(sora, room)).isPresent();
    join(sora, room);
    assertRefused(RoomError.ROOM_NOT_AVAILABLE, () -> queue(jun, full()));
  }

  @Test
  void a_larger_room_offers_its_new_seats() {
    RoomId room = full();
    queue(jun, room);

    RoomView edited = resize(room, 3);

    assertThat(edited.waitList().offered()).isEqualTo(1);
    assertThat(edited.members()).hasSize(2);
    assertThat(offered(jun, room)).isPresent();
    assertRefused(SharedError.INVALID_INPUT, () -> resize(room, 2));
    join(jun, room);
    assertRefused(SharedError.INVALID_INPUT, () -> resize(room, 2));
  }

  @Test
  void what_another_context_seeks_seats_for_does_not_get_those_that_are_kept() {
    RoomId room = open(3);
    join(minji, room);
    assertThat(free()).extracting(FindSeats.FreeSeats::taken).containsExactly(2);
    join(jun, room);
    queue(sora, room);
    leave(jun, room);

    assertThat(free()).isEmpty();
    assertRefused(RoomError.ROOM_FULL, () -> take(room, jun));
    join(sora, room);
    leave(minji, room);
    take(room, jun);
    assertThat(view(jun, room).joined()).isTrue();
  }

  @Test
  void whoever_is_given_a_kept_seat_of_a_confirmed_room_comes_to_its_meeting() {
    RoomId room = open(3);
    MeetingId meeting = confirmed(room);
    cannotCome(minji, meeting);

    take(room, jun);

    assertThat(comeTo(meeting)).containsExactly(host.id(), hana.id(), jun.id());
  }

  private List<FindSeats.FreeSeats> free() {
    return community.rooms().findSeats().find(new CategoryKey("meal"));
  }

  private void take(RoomId room, Caller member) {
    TakeSeats takeSeats = community.rooms().takeSeats();
    takeSeats.take(room, List.of(member.id()));
  }

  @Test
  void the_host_edits_what_they_have_seen_and_the_others_are_told() {
    RoomId room = full();
    queue(jun, room);
    RoomView seen = view(host, room);
    Instant later = tomorrow.plus(Duration.ofHours(1));

    RoomView edited = edit(room, Optional.of(seen.version()), Optional.of(later), Optional.empty());

    assertThat(edited.details().meetsAt()).isEqualTo(later);
    assertThat(edited.details().title()).isEqualTo("Lunch");
    assertThat(edited.version()).isEqualTo(seen.version().next());
    assertThat(latest(minji).type()).isEqualTo(NotificationType.ROOM_CHANGED);
    assertThat(latest(jun).type()).isEqualTo(NotificationType.ROOM_CHANGED);
    assertThat(types(host)).doesNotContain(NotificationType.ROOM_CHANGED);
    assertRefused(
        SharedError.STALE_VERSION,
        () -> edit(room, Optional.of(seen.version()), Optional.empty(), Optional.of(4)));
  }

  @Test
  void a_condition_is_read_by_the_category_and_replaces_the_former_one() {
    RoomId room = open(4);

    RoomView edited = condition(host, room, Map.of("place", choice("gaepo")));

    assertThat(edited.details().condition()).isEqualTo(SampleConditions.oneOf("place", "gaepo"));
    assertThat(condition(host, room, Map.of()).details().condition()).isEqualTo(AllOf.ANYTHING);
    assertThat(
            assertRefused(
                SharedError.INVALID_INPUT,
                () -> condition(host, room, Map.of("place", choice("moon")))))
        .satisfies(refusal ->
            assertThat(refusal.fieldErrors().getFirst().pointer()).isEqualTo("/condition/place/0"));
    assertRefused(
        RoomError.NOT_THE_HOST, () -> condition(minji, room, Map.of("place", choice("moon"))));
  }

  private static FacetInput choice(String option) {
    return new FacetInput.Choice(List.of(option));
  }

  private RoomView condition(Caller by, RoomId room, Map<String, FacetInput> condition) {
    return community
        .rooms()
        .editRoom()
        .edit(
            new EditRoom.Command(
                by,
                room,
                Optional.empty(),
                Optional.empty(),
                Optional.of("Where shall we go?"),
                Optional.of(condition),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void who_is_removed_learns_why_and_the_next_gets_the_seat() {
    RoomId room = full();
    queue(jun, room);

    remove(host, minji, room, "was rude");

    assertThat(latest(minji).type()).isEqualTo(NotificationType.ROOM_REMOVED);
    assertThat(latest(minji).arguments()).isEqualTo(Map.of("title", "Lunch", "reason", "was rude"));
    assertThat(offered(jun, room)).isPresent();
    assertRefused(RoomError.REMOVED_FROM_ROOM, () -> join(minji, room));
    assertRefused(RoomError.REMOVED_FROM_ROOM, () -> queue(minji, room));
    assertRefused(RoomError.REMOVED_FROM_ROOM, () -> take(room, minji));
    assertRefused(RoomError.NOT_THE_HOST, () -> remove(minji, host, room, ""));
  }

  @Test
  void the_others_are_told_that_a_removed_member_has_left() {
    RoomId room = open(4);
    join(minji, room);
    join(jun, room);

    remove(host, minji, room, "");

    assertThat(latest(jun).type()).isEqualTo(NotificationType.ROOM_LEFT);
    assertThat(types(host)).doesNotContain(NotificationType.ROOM_LEFT);
    assertThat(latest(minji).arguments()).isEqualTo(Map.of("title", "Lunch"));
  }

  @Test
  void an_admin_cancels_any_room_and_its_people_are_told_why() {
    Caller admin = community.admin("boss");
    RoomId room = full();
    queue(jun, room);

    community
        .rooms()
        .cancelRoom()
        .cancel(new CancelRoom.Command(admin, Origin.OPERATOR, room, Optional.empty(), "a storm"));

    assertThat(community.events())
        .filteredOn(RoomEvent.AdminCancelled.class::isInstance)
        .hasSize(1);
    assertThat(view(minji, room).status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(view(minji, room).cancelReason()).isEqualTo("a storm");
    assertThat(latest(minji).arguments()).isEqualTo(Map.of("title", "Lunch", "reason", "a storm"));
    assertThat(latest(jun).type()).isEqualTo(NotificationType.ROOM_WAIT_ENDED);
  }

  @Test
  void nobody_joins_an_eleventh_open_room() {
    List<RoomId> ten = Stream.generate(() -> open(4)).limit(10).toList();
    ten.forEach(room -> join(minji, room));
    RoomId eleventh = open(jun, 4);

    assertThat(assertRefused(RoomError.TOO_MANY_ROOMS, () -> join(minji, eleventh)).details())
        .containsEntry("most", 10);
    assertRefused(RoomError.TOO_MANY_ROOMS, () -> take(eleventh, minji));
    assertThat(view(minji, eleventh).joined()).isFalse();

    leave(minji, ten.getFirst());
    assertThat(join(minji, eleventh).joined()).isTrue();
  }

  @Test
  void nobody_opens_an_eleventh_open_room() {
    List<RoomId> own = Stream.generate(() -> open(2)).limit(9).toList();
    join(host, open(jun, 4));

    assertThat(assertRefused(RoomError.TOO_MANY_ROOMS, () -> open(4)).details())
        .containsEntry("most", 10);

    join(minji, own.getFirst());
    community
        .rooms()
        .confirmRoom()
        .confirm(new ConfirmRoom.Command(host, own.getFirst(), Optional.empty()));
    assertThat(view(host, open(4)).joined()).isTrue();
  }

  @Test
  void nobody_waits_in_an_eleventh_room() {
    List<RoomId> full =
        IntStream.range(0, 11)
            .mapToObj(i -> {
              RoomId room = open(community.newcomer("host" + i), 2);
              join(community.newcomer("guest" + i), room);
              return room;
            })
            .toList();
    full.subList(0, 10).forEach(room -> queue(jun, room));
    RoomId eleventh = full.getLast();

    assertThat(assertRefused(RoomError.TOO_MANY_WAITS, () -> queue(jun, eleventh)).details())
        .containsEntry("most", 10);

    stop(jun, full.getFirst());
    queue(jun, eleventh);
    assertThat(view(jun, eleventh).waitList().place()).contains(1);

    MemberId seated = view(host, full.getFirst()).members().getLast().id().orElseThrow();
    community.blocks().blockMember().block(new BlockMember.Command(jun, seated));
    assertRefused(RoomError.TOO_MANY_WAITS, () -> queue(jun, full.getFirst()));
  }

  @Test
  void who_is_in_ten_open_rooms_takes_the_seat_that_is_kept_in_a_confirmed_one() {
    RoomId room = open(3);
    MeetingId meeting = confirmed(room);
    for (int i = 0; i < 10; i++) {
      open(jun, 4);
    }
    cannotCome(minji, meeting);

    assertThat(join(jun, room).joined()).isTrue();
  }

  @Test
  void rooms_that_are_over_and_not_swept_hide_no_free_seat() {
    for (int i = 0; i < PageRequest.MOST; i++) {
      open(community.newcomer("late" + i), 4);
    }
    community.clock().set(tomorrow.plusSeconds(1));
    RoomId room =
        community
            .rooms()
            .openRoom()
            .open(
                new OpenRoom.Command(
                    host, "Lunch", "", "meal", Map.of(), tomorrow.plusSeconds(60), 4, false))
            .id();

    assertThat(community.rooms().findSeats().find(new CategoryKey("meal")))
        .extracting(FindSeats.FreeSeats::room)
        .containsExactly(room);
  }
}
