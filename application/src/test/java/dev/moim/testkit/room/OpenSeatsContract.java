package dev.moim.testkit.room;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OpenSeats} keeps to. */
public abstract class OpenSeatsContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  protected abstract OpenSeats openSeats();

  /** The rooms whose seats are counted. */
  protected abstract Rooms rooms();

  private RoomId add(RoomBuilder room) {
    return write(() -> rooms().save(room.restore())).id();
  }

  private Map<MemberId, Integer> count(MemberId... members) {
    return write(() -> openSeats().count(List.of(members), NOW));
  }

  @Test
  void counted_are_the_seats_in_open_rooms_that_have_not_met() {
    MemberId member = Samples.memberId();
    MemberId other = Samples.memberId();
    add(aRoom().host(member));
    add(aRoom().members(other, member));
    add(aRoom().members(other).waiting(member));
    add(aRoom().host(member).meetsAt(NOW));
    for (RoomStatus ended : List.of(RoomStatus.CONFIRMED, RoomStatus.CANCELLED)) {
      add(aRoom().members(member).status(ended));
    }

    assertThat(count(member, other)).isEqualTo(Map.of(member, 2, other, 2));
  }

  @Test
  void who_has_no_seat_is_counted_as_none_each_time() {
    MemberId member = Samples.memberId();

    assertThat(count(member)).isEqualTo(Map.of(member, 0));
    assertThat(count(member, member)).isEqualTo(Map.of(member, 0));
  }

  @Test
  void counted_are_the_rooms_in_which_one_waits_and_that_have_not_met() {
    MemberId member = Samples.memberId();
    add(aRoom().waiting(member));
    add(aRoom().waiting(Samples.memberId()).offered(member, NOW.plusSeconds(60)));
    add(aRoom().waiting(member).status(RoomStatus.CONFIRMED));
    add(aRoom().host(member).waiting(Samples.memberId()));
    add(aRoom().waiting(member).meetsAt(NOW));
    add(aRoom().waiting(member).status(RoomStatus.CANCELLED));

    assertThat(countWaiting(member)).isEqualTo(3);
    assertThat(countWaiting(Samples.memberId())).isZero();
  }

  private int countWaiting(MemberId member) {
    return write(() -> openSeats().countWaiting(member, NOW));
  }

  @Test
  void of_twenty_rooms_in_which_one_member_waits_at_once_each_counts_those_before() {
    MemberId member = Samples.memberId();
    List<RoomId> all =
        Stream.generate(() -> add(aRoom().capacity(2).members(Samples.memberId())))
            .limit(20)
            .toList();

    List<Race.Outcome<Integer>> outcomes =
        Race.of(
            20,
            i ->
                settle(() -> {
                  Room room = rooms().find(all.get(i)).orElseThrow();
                  room.queue(member, Set.of(), NOW);
                  int before = openSeats().countWaiting(member, NOW);
                  rooms().save(room);
                  return before;
                }));

    assertThat(outcomes.stream().map(outcome -> outcome.result().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, i -> i + 1).limit(20).toList());
  }

  @Test
  void of_twenty_who_take_a_seat_for_one_member_at_once_each_counts_those_before() {
    MemberId member = Samples.memberId();
    List<RoomId> all = Stream.generate(() -> add(aRoom())).limit(20).toList();

    List<Race.Outcome<Integer>> outcomes =
        Race.of(
            20,
            i ->
                settle(() -> {
                  Room room = rooms().find(all.get(i)).orElseThrow();
                  room.join(member, Set.of(), NOW);
                  int before = openSeats().count(List.of(member), NOW).getOrDefault(member, 0);
                  rooms().save(room);
                  return before;
                }));

    assertThat(outcomes.stream().map(outcome -> outcome.result().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, i -> i + 1).limit(20).toList());
  }
}
