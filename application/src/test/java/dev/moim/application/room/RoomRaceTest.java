package dev.moim.application.room;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.BlockMember;
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
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

  private static void block(Community community, Caller by, Caller whom) {
    community.blocks().blockMember().block(new BlockMember.Command(by, whom.id()));
  }

  private static long together(Community community, RoomId room, Caller... people) {
    RoomView view = community.rooms().viewRoom().view(people[0], room);
    return Stream.of(people)
        .filter(person ->
            view.members().stream()
                .anyMatch(member -> member.id().equals(Optional.of(person.id()))))
        .count();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_two_who_are_kept_apart_and_join_at_once_one_gets_in(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    RoomId room = open(community, community.newcomer("host"));
    List<Caller> two = newcomers(community, 2);
    block(community, two.get((int) (seed % 2)), two.get((int) ((seed + 1) % 2)));

    List<Race.Outcome<RoomView>> outcomes =
        Race.of(2, i -> community.rooms().joinRoom().join(new JoinRoom.Command(two.get(i), room)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .singleElement()
        .satisfies(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(RoomError.ROOM_NOT_AVAILABLE)));
    assertThat(together(community, room, two.get(0), two.get(1))).isEqualTo(1);
  }

  /** Each runner begins the join as soon as the block is committed, among others who join. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_joins_once_a_block_is_committed_is_never_in_the_room_with_the_other_one(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller host = community.newcomer("host");
    RoomId room = open(community, host);
    List<Caller> runners = newcomers(community, 10);
    boolean byHost = seed % 2 == 0;

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            10,
            i -> {
              Caller runner = runners.get(i);
              if (i < 5) {
                block(community, byHost ? host : runner, byHost ? runner : host);
              }
              return community.rooms().joinRoom().join(new JoinRoom.Command(runner, room)).joined();
            });

    for (int i = 0; i < 10; i++) {
      Race.Outcome<Boolean> outcome = outcomes.get(i);
      assertThat(outcome.succeeded()).as("runner %d: %s", i, outcome).isEqualTo(i >= 5);
      assertThat(together(community, room, runners.get(i))).isEqualTo(i < 5 ? 0 : 1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_join_that_a_block_overtakes_is_made_or_refused_and_the_next_one_refused(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller host = community.newcomer("host");
    RoomId room = open(community, host);
    Caller guest = community.newcomer("guest");

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            2,
            i -> {
              if (i == seed % 2) {
                block(community, host, guest);
                return true;
              }
              return community.rooms().joinRoom().join(new JoinRoom.Command(guest, room)).joined();
            });

    Race.Outcome<Boolean> join = outcomes.get((int) ((seed + 1) % 2));
    assertThat(outcomes.get((int) (seed % 2)).failure()).isEmpty();
    assertThat(together(community, room, guest)).isEqualTo(join.succeeded() ? 1 : 0);
    if (join.succeeded()) {
      community.rooms().leaveRoom().leave(new LeaveRoom.Command(guest, room));
    }
    assertRefused(
        RoomError.ROOM_NOT_AVAILABLE,
        () -> community.rooms().joinRoom().join(new JoinRoom.Command(guest, room)));
  }

  private static boolean refusedAsFullOrOver(Race.Outcome<Boolean> outcome) {
    return outcome.failure().orElseThrow() instanceof DomainException refusal
        && (refusal.code() == RoomError.ROOM_FULL || refusal.code() == RoomError.ROOM_NOT_OPEN);
  }
}
