package dev.moim.application.room;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that moves seats, against each other. */
class SeatRaceTest {
  private static final Set<ErrorCode> REFUSALS =
      Set.of(
          RoomError.ROOM_FULL,
          RoomError.ROOM_NOT_OPEN,
          RoomError.ALREADY_A_MEMBER,
          RoomError.NOT_A_MEMBER,
          RoomError.NOT_THE_HOST,
          RoomError.REMOVED_FROM_ROOM,
          RoomError.ROOM_MEMBER_NOT_FOUND,
          RoomError.HOST_STAYS,
          RoomError.ALREADY_WAITING,
          RoomError.NOT_WAITING,
          RoomError.SEAT_IS_FREE,
          MeetingError.MEETING_NOT_FOUND,
          SharedError.INVALID_INPUT);

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  private static RoomId open(Community community, Caller host, int capacity) {
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
                capacity,
                false))
        .id();
  }

  private static List<Caller> newcomers(Community community, int count) {
    return IntStream.range(0, count).mapToObj(i -> community.newcomer("member" + i)).toList();
  }

  /** How many seats are taken or kept. */
  private static int taken(RoomView room) {
    return room.members().size() + room.waitList().offered();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_twenty_rooms_that_one_joins_at_once_ten_are_joined(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller member = community.newcomer("member");
    List<RoomId> rooms =
        newcomers(community, 20).stream().map(host -> open(community, host, 4)).toList();

    List<Race.Outcome<RoomView>> outcomes =
        Race.of(
            20, i -> community.rooms().joinRoom().join(new JoinRoom.Command(member, rooms.get(i))));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(10);
    assertOthersRefused(RoomError.TOO_MANY_ROOMS, outcomes);
    assertThat(rooms)
        .filteredOn(room -> community.rooms().viewRoom().view(member, room).joined())
        .hasSize(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_twenty_rooms_that_one_opens_at_once_ten_are_opened(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller host = community.newcomer("host");

    List<Race.Outcome<RoomId>> outcomes = Race.of(20, i -> open(community, host, 4));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(10);
    assertOthersRefused(RoomError.TOO_MANY_ROOMS, outcomes);
  }

  /**
   * Sixteen people do ten things each: join, leave, wait, stop waiting, and as hosts edit and
   * remove, while the time goes on and offers end. At each moment the events so far never fill the
   * room beyond its greatest capacity, and in the end seats and events agree.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_people_do_at_once_the_seats_are_those_of_the_events(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    List<Caller> people = newcomers(community, 16);
    RoomId room = open(community, people.getFirst(), 3);

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            16,
            i -> {
              Random random = new Random(seed * 100 + i);
              for (int step = 0; step < 10; step++) {
                act(community, room, people, i, random);
              }
              return true;
            });

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    RoomView end = community.rooms().viewRoom().view(people.getFirst(), room);
    Set<MemberId> seated = seatedByEvents(community, people.getFirst());
    List<MemberId> members =
        end.members().stream().map(person -> person.id().orElseThrow()).toList();
    assertThat(members).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(seated);
    assertThat(taken(end)).isLessThanOrEqualTo(end.details().capacity().seats());
    if (end.status() == RoomStatus.OPEN) {
      assertThat(end.members()).filteredOn(RoomView.Person::host).hasSize(1);
    } else {
      assertThat(end.members()).isEmpty();
    }
  }

  /**
   * Of a confirmed room some can't come, and those who wait take their seats, decline them or let
   * them pass, while the events arrive. In the end who has a seat is who comes, and nobody more
   * than there are seats was ever expected.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_people_do_at_once_who_comes_to_a_confirmed_room_has_a_seat_there(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    List<Caller> people = newcomers(community, 12);
    var rooms = community.rooms();
    RoomId room = open(community, people.getFirst(), 5);
    people.subList(1, 5).forEach(one -> rooms.joinRoom().join(new JoinRoom.Command(one, room)));
    people
        .subList(5, 12)
        .forEach(one -> rooms.waitForSeat().queue(new WaitForSeat.Command(one, room)));
    MeetingId meeting =
        rooms
            .confirmRoom()
            .confirm(new ConfirmRoom.Command(people.getFirst(), room, Optional.empty()));

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            12,
            i -> {
              Random random = new Random(seed * 100 + i);
              for (int step = 0; step < 8; step++) {
                if (i == 0) {
                  community.deliver();
                } else if (i != 1) {
                  come(community, room, meeting, people.get(i), random);
                }
              }
              return true;
            });
    community.deliver();

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    RoomView end = rooms.viewRoom().view(people.getFirst(), room);
    List<MemberId> expected =
        Objects.requireNonNull(
                community.meetings().findMeetings().find(List.of(meeting)).get(meeting))
            .members();
    assertThat(expected)
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(5)
        .containsExactlyInAnyOrderElementsOf(
            end.members().stream().map(person -> person.id().orElseThrow()).toList());
    assertThat(taken(end)).isLessThanOrEqualTo(5);
    if (taken(end) < 5) {
      assertThat(end.waitList().waiting()).isEqualTo(end.waitList().offered());
    }
  }

  private static void come(
      Community community, RoomId room, MeetingId meeting, Caller self, Random random) {
    var rooms = community.rooms();
    try {
      switch (random.nextInt(6)) {
        case 0 ->
            community.meetings().cannotCome().cannotCome(new CannotCome.Command(self, meeting));
        case 1 -> rooms.stopWaiting().stop(new StopWaiting.Command(self, room));
        case 2 -> {
          community.clock().advance(Duration.ofMinutes(3));
          rooms.endOffers().end();
        }
        default -> rooms.joinRoom().join(new JoinRoom.Command(self, room));
      }
    } catch (DomainException refusal) {
      assertThat(REFUSALS).contains(refusal.code());
    }
  }

  private static void act(
      Community community, RoomId room, List<Caller> people, int i, Random random) {
    Caller self = people.get(i);
    var rooms = community.rooms();
    try {
      switch (random.nextInt(9)) {
        case 0, 1 -> rooms.leaveRoom().leave(new LeaveRoom.Command(self, room));
        case 2, 3 -> rooms.waitForSeat().queue(new WaitForSeat.Command(self, room));
        case 4 -> rooms.stopWaiting().stop(new StopWaiting.Command(self, room));
        case 5 -> {
          MemberId other = people.get(random.nextInt(people.size())).id();
          rooms.removeMember().remove(new RemoveMember.Command(self, room, other, ""));
        }
        case 6 -> resize(community, self, room, 2 + random.nextInt(4));
        case 7 -> {
          community.clock().advance(Duration.ofMinutes(6));
          rooms.endOffers().end();
        }
        default -> rooms.joinRoom().join(new JoinRoom.Command(self, room));
      }
    } catch (DomainException refusal) {
      assertThat(REFUSALS).contains(refusal.code());
    }
  }

  private static void resize(Community community, Caller by, RoomId room, int capacity) {
    community
        .rooms()
        .editRoom()
        .edit(
            new EditRoom.Command(
                by,
                room,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(capacity)));
  }

  /** Who has a seat after all events, none of which seats anybody twice or more than five. */
  private static Set<MemberId> seatedByEvents(Community community, Caller host) {
    Set<MemberId> seated = new HashSet<>(Set.of(host.id()));
    community
        .events()
        .forEach(event -> {
          switch (event) {
            case RoomEvent.MemberJoined joined -> assertThat(seated.add(joined.member())).isTrue();
            case RoomEvent.MemberLeft left -> assertThat(seated.remove(left.member())).isTrue();
            case RoomEvent.RoomCancelled cancelled -> seated.clear();
            default -> {}
          }
          assertThat(seated).hasSizeLessThanOrEqualTo(5);
        });
    return seated;
  }
}
