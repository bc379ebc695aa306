package dev.moim.application.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not act holds no seats, and waits for no match. */
class InactiveSeatsTest {
  private final Community community = new Community();
  private final Scene scene = new Scene(community);
  private final Caller host = community.newcomer("host");
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  /** A community with an admin who warns. */
  private static final class Scene {
    private final Community community;
    private final Caller admin;

    private Scene(Community community) {
      this.community = community;
      admin = community.admin("admin");
    }

    private WarningId warn(Caller member) {
      return community
          .administration()
          .warnMember()
          .warn(new WarnMember.Command(admin, Origin.OPERATOR, member.id(), "shouting"))
          .id();
    }

    private void takeBack(WarningId warning) {
      community
          .administration()
          .withdrawWarning()
          .withdraw(new WithdrawWarning.Command(admin, Origin.OPERATOR, warning));
    }

    private void leaveCommunity(Caller member) {
      community
          .members()
          .withdraw()
          .withdraw(new Withdraw.Command(member, Origin.OPERATOR, "correct horse"));
    }

    private RoomId open(Caller host) {
      return community
          .rooms()
          .openRoom()
          .open(
              new OpenRoom.Command(
                  host,
                  "Lunch",
                  "",
                  "meal",
                  Map.of(),
                  community.clock().now().plus(Duration.ofDays(1)),
                  4,
                  false))
          .id();
    }

    private void join(Caller member, RoomId room) {
      community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
    }

    private RoomView view(RoomId room) {
      return community.rooms().viewRoom().view(admin, room);
    }

    private List<String> people(RoomId room) {
      return view(room).members().stream().map(person -> person.nickname().orElse("?")).toList();
    }

    private MatchRequestId submit(Caller member) {
      return community
          .matching()
          .submitMatchRequest()
          .submit(
              new SubmitMatchRequest.Command(
                  member, "meal", Map.of(), Optional.empty(), Optional.empty(), Optional.empty()))
          .request()
          .id();
    }

    private MatchRequestStatus status(Caller member, MatchRequestId request) {
      return community.matching().viewMatchRequest().view(member, request).request().status();
    }
  }

  @Test
  void who_is_warned_loses_the_seats_in_open_rooms() {
    RoomId one = scene.open(host);
    RoomId other = scene.open(jun);
    scene.join(minji, one);
    scene.join(minji, other);

    scene.warn(minji);
    List<OutboxMessage> messages = community.messages();
    community.handle(messages);
    community.deliver();

    assertThat(scene.people(one)).containsExactly("host");
    assertThat(scene.people(other)).containsExactly("jun");
    assertThat(community.told(host))
        .extracting(Notification::type)
        .containsOnlyOnce(NotificationType.ROOM_LEFT);
  }

  @Test
  void who_leaves_the_community_hands_hosted_rooms_on() {
    RoomId shared = scene.open(minji);
    RoomId alone = scene.open(minji);
    scene.join(jun, shared);

    scene.leaveCommunity(minji);
    community.deliver();

    assertThat(scene.people(shared)).containsExactly("jun");
    assertThat(scene.view(shared).members().getFirst().host()).isTrue();
    assertThat(scene.view(alone).status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(community.told(jun))
        .extracting(Notification::type)
        .contains(NotificationType.ROOM_HANDED_OVER);
  }

  @Test
  void what_was_confirmed_stays() {
    RoomId room = scene.open(host);
    scene.join(minji, room);
    community.rooms().confirmRoom().confirm(new ConfirmRoom.Command(host, room, Optional.empty()));

    scene.warn(minji);
    community.deliver();

    assertThat(scene.people(room)).containsExactly("host", "minji");
    assertThat(community.meetings().listMeetings().list(minji, PageRequest.first(10)).items())
        .singleElement()
        .satisfies(meeting -> assertThat(meeting.members()).hasSize(2));
  }

  @Test
  void a_room_whose_time_has_come_is_left_to_its_expiry() {
    RoomId room = scene.open(host);
    scene.join(minji, room);
    community.clock().advance(Duration.ofDays(1));

    scene.warn(minji);
    community.deliver();
    community.rooms().expireRooms().expire();

    assertThat(scene.view(room).status()).isEqualTo(RoomStatus.EXPIRED);
  }

  @Test
  void a_block_that_is_over_when_its_event_arrives_costs_nothing() {
    RoomId room = scene.open(host);
    scene.join(minji, room);
    MatchRequestId request = scene.submit(minji);

    WarningId warning = scene.warn(minji);
    scene.takeBack(warning);
    community.deliver();

    assertThat(scene.people(room)).containsExactly("host", "minji");
    assertThat(scene.status(minji, request)).isEqualTo(MatchRequestStatus.WAITING);
  }

  @Test
  void who_is_warned_or_leaves_waits_for_no_match_any_more() {
    MatchRequestId minjis = scene.submit(minji);
    scene.warn(minji);
    MatchRequestId juns = scene.submit(jun);
    scene.leaveCommunity(jun);

    community.deliver();
    community.deliver();

    assertThat(scene.status(minji, minjis)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(scene.status(jun, juns)).isEqualTo(MatchRequestStatus.CANCELLED);
  }

  @Test
  void who_was_matched_keeps_the_meeting() {
    MatchRequestId minjis = scene.submit(minji);
    scene.submit(jun);
    community.deliver();

    scene.warn(minji);
    community.deliver();

    assertThat(scene.status(minji, minjis)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  /** As if the check of access had let both through just before the warning was committed. */
  @Test
  void what_commits_after_the_warning_was_heard_is_found_too() {
    RoomId room = scene.open(host);
    scene.warn(minji);
    community.deliver();

    scene.join(minji, room);
    RoomId own = scene.open(minji);
    MatchRequestId request = scene.submit(minji);
    scene.submit(jun);
    community.deliver();

    assertThat(scene.people(room)).containsExactly("host");
    assertThat(scene.view(own).status()).isEqualTo(RoomStatus.CANCELLED);
    assertThat(scene.status(minji, request)).isEqualTo(MatchRequestStatus.CANCELLED);
  }

  @Test
  void who_began_to_wait_after_the_warning_was_heard_loses_the_seat_that_is_offered() {
    RoomId room = scene.open(host);
    List<Caller> others = Stream.of("one", "two", "three").map(community::newcomer).toList();
    others.forEach(other -> scene.join(other, room));
    scene.warn(minji);
    community.deliver();
    for (Caller waiting : List.of(minji, jun)) {
      community.rooms().waitForSeat().queue(new WaitForSeat.Command(waiting, room));
    }

    community.rooms().leaveRoom().leave(new LeaveRoom.Command(others.getFirst(), room));
    community.deliver();

    RoomView.WaitList left = community.rooms().viewRoom().view(jun, room).waitList();
    assertThat(left.waiting()).isEqualTo(1);
    assertThat(left.offeredUntil()).isPresent();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void however_a_warning_races_what_is_begun_nothing_is_left_for_good(long seed) {
    Community racing = new Community(SampleCategories.ALL, seed);
    Scene there = new Scene(racing);
    Caller keeper = racing.newcomer("keeper");
    Caller warned = racing.newcomer("warned");
    RoomId room = there.open(keeper);
    racing.deliver();

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            5,
            i -> {
              switch (i) {
                case 0 -> there.join(warned, room);
                case 1 -> there.open(warned);
                case 2 -> there.submit(warned);
                case 3 -> there.warn(warned);
                default -> racing.deliver();
              }
              return true;
            });
    racing.deliver();

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(there.people(room)).containsExactly("keeper");
    assertThat(racing.export().exportOwnData().export(warned).get("rooms")).isEmpty();
    assertThat(racing.export().exportOwnData().export(warned).get("matchRequests"))
        .extracting(request -> request.get("status"))
        .containsExactly("CANCELLED");
  }
}
