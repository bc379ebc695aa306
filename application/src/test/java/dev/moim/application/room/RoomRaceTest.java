package dev.moim.application.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.member.Caller;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomRaceTest {
  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  private static RoomId open(Community community, Caller host) {
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
                20,
                false))
        .id();
  }

  private static List<Caller> newcomers(Community community, int count) {
    return IntStream.range(0, count).mapToObj(i -> community.newcomer("member" + i)).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_fifty_joiners_nineteen_get_a_seat_and_the_others_a_clear_refusal(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    RoomId room = open(community, community.newcomer("host"));
    List<Caller> joiners = newcomers(community, 50);

    List<Race.Outcome<RoomView>> outcomes =
        Race.of(
            50, i -> community.rooms().joinRoom().join(new JoinRoom.Command(joiners.get(i), room)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(19);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .hasSize(31)
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(RoomError.ROOM_FULL)));
    RoomView view = community.rooms().viewRoom().view(joiners.getFirst(), room);
    assertThat(view.members()).hasSize(20).extracting(RoomView.Person::id).doesNotHaveDuplicates();
    assertThat(community.events()).filteredOn(RoomEvent.MemberJoined.class::isInstance).hasSize(19);
    assertThat(community.events()).filteredOn(RoomEvent.RoomFilled.class::isInstance).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_leaves_a_full_room_while_others_come_always_gets_out(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    List<Caller> members = newcomers(community, 20);
    RoomId room = open(community, members.getFirst());
    for (Caller member : members.subList(1, 20)) {
      community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
    }
    List<Caller> joiners =
        IntStream.range(0, 20).mapToObj(i -> community.newcomer("joiner" + i)).toList();
    List<Caller> runners = new ArrayList<>(members);
    runners.addAll(joiners);
    Collections.shuffle(runners, new Random(seed));

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            40,
            i -> {
              Caller runner = runners.get(i);
              if (joiners.contains(runner)) {
                return community
                    .rooms()
                    .joinRoom()
                    .join(new JoinRoom.Command(runner, room))
                    .joined();
              }
              community.rooms().leaveRoom().leave(new LeaveRoom.Command(runner, room));
              return true;
            });

    for (int i = 0; i < 40; i++) {
      Race.Outcome<Boolean> outcome = outcomes.get(i);
      assertThat(outcome.succeeded() || refusedAsFullOrOver(outcome)).isTrue();
      if (members.contains(runners.get(i))) {
        assertThat(outcome.failure()).isEmpty();
      }
    }
    RoomView view = community.rooms().viewRoom().view(joiners.getFirst(), room);
    if (view.status() == RoomStatus.OPEN) {
      assertThat(view.members()).hasSizeBetween(1, 20).filteredOn(RoomView.Person::host).hasSize(1);
    } else {
      assertThat(view.members()).isEmpty();
    }
  }

  private static boolean refusedAsFullOrOver(Race.Outcome<Boolean> outcome) {
    return outcome.failure().orElseThrow() instanceof DomainException refusal
        && (refusal.code() == RoomError.ROOM_FULL || refusal.code() == RoomError.ROOM_NOT_OPEN);
  }
}
