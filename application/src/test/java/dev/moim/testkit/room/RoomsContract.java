package dev.moim.testkit.room;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Removal;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.room.Seat;
import dev.moim.domain.room.Waiting;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Rooms} keeps to. */
public abstract class RoomsContract extends AggregateContract<Room.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract Rooms rooms();

  @Override
  protected Room.Snapshot fresh() {
    return aRoom().build();
  }

  @Override
  protected List<Room.Snapshot> shapes() {
    MemberId second = Samples.memberId();
    MemberId third = Samples.memberId();
    List<Room.Snapshot> shapes = new ArrayList<>();
    shapes.add(aRoom().build());
    shapes.add(aRoom().title("🍜".repeat(60)).description(Samples.LONG_TEXT).capacity(20).build());
    shapes.add(
        aRoom()
            .title(Samples.TRICKY)
            .description("가".repeat(1_000) + "\n\t" + "나".repeat(900))
            .build());
    shapes.add(aRoom().title(Samples.EMOJI).description(Samples.HANGUL).anonymous().build());
    shapes.add(aRoom().condition(SampleConditions.EVERY_KIND).category("a-b_9").build());
    shapes.add(aRoom().hidden().status(RoomStatus.CANCELLED).build());
    shapes.add(aRoom().openedAt(Samples.EARLY).meetsAt(Samples.FAR).build());
    shapes.add(
        aRoom()
            .members(second)
            .capacity(2)
            .offered(third, NOW.plusSeconds(1))
            .waiting(Samples.memberId())
            .removed(Samples.memberId(), Samples.EMOJI)
            .removed(Samples.memberId(), "")
            .build());
    shapes.add(aRoom().status(RoomStatus.CANCELLED).cancelReason(Samples.HANGUL).build());
    shapes.add(afterChanges(aRoom().members(second, third).capacity(3).build()));
    for (RoomStatus status : RoomStatus.values()) {
      shapes.add(aRoom().members(Samples.memberId()).status(status).build());
    }
    return shapes;
  }

  /** Host gone, a seat free in between, seat numbers given that nobody has any more. */
  private static Room.Snapshot afterChanges(Room.Snapshot before) {
    Room room = Room.restore(before);
    room.leave(before.host(), NOW);
    room.join(Samples.memberId(), Set.of(), NOW.plusSeconds(1));
    room.leave(room.snapshot().seats().getLast().member(), NOW.plusSeconds(2));
    room.join(before.host(), Set.of(), NOW.plusSeconds(3));
    return room.snapshot();
  }

  /** Hands the room on, and gives a seat to somebody new. */
  @Override
  protected Room.Snapshot changed(Room.Snapshot state) {
    MemberId added = Samples.memberId();
    List<Seat> seats = new ArrayList<>(state.seats());
    seats.removeFirst();
    seats.add(new Seat(added, state.seatsGiven() + 1, NOW.plusSeconds(state.seatsGiven())));
    List<Waiting> waiting = new ArrayList<>(state.waiting());
    waiting.replaceAll(
        one -> new Waiting(one.member(), one.place(), one.since(), Optional.of(NOW)));
    waiting.add(new Waiting(Samples.memberId(), 1_000 + waiting.size(), NOW, Optional.empty()));
    List<Removal> removed = new ArrayList<>(state.removed());
    removed.add(new Removal(Samples.memberId(), Samples.TRICKY, NOW.plusSeconds(removed.size())));
    RoomDetails details = state.details();
    return new Room.Snapshot(
        state.id(),
        added,
        new RoomDetails(
            details.title().equals("Dinner") ? "Supper" : "Dinner",
            Samples.HANGUL,
            details.category(),
            SampleConditions.EVERY_KIND,
            details.meetsAt().plusSeconds(1),
            new Capacity(details.capacity().seats() == 20 ? 19 : 20),
            details.anonymous()),
        seats,
        state.seatsGiven() + 1,
        waiting,
        removed,
        state.status() == RoomStatus.OPEN ? RoomStatus.CANCELLED : RoomStatus.OPEN,
        state.cancelReason() + "too few",
        !state.hidden(),
        state.openedAt(),
        state.version());
  }

  @Override
  protected Optional<Room.Snapshot> find(Room.Snapshot like) {
    return rooms().find(like.id()).map(Room::snapshot);
  }

  @Override
  protected Room.Snapshot save(Room.Snapshot state) {
    return rooms().save(Room.restore(state));
  }

  @Override
  protected Version version(Room.Snapshot state) {
    return state.version();
  }

  @Override
  protected Room.Snapshot stored(Room.Snapshot state) {
    return state.stored();
  }

  private Room.Snapshot found(RoomId id) {
    return read(() -> rooms().find(id).orElseThrow().snapshot());
  }

  @Test
  void a_change_that_is_not_saved_stays_invisible() {
    Room.Snapshot stored = write(() -> save(fresh()));

    change(() -> rooms().find(stored.id()).orElseThrow().join(Samples.memberId(), Set.of(), NOW));

    assertThat(found(stored.id())).isEqualTo(stored);
  }

  @Test
  void a_change_after_the_save_stays_invisible() {
    Room room = aRoom().restore();
    Room.Snapshot stored = write(() -> rooms().save(room));

    room.join(Samples.memberId(), Set.of(), NOW);

    assertThat(found(stored.id())).isEqualTo(stored);
  }

  @Test
  void a_room_found_again_tells_no_events() {
    Room room = aRoom().restore();
    room.join(Samples.memberId(), Set.of(), NOW);
    Room.Snapshot stored = write(() -> rooms().save(room));

    assertThat(read(() -> rooms().find(stored.id()).orElseThrow().pullEvents())).isEmpty();
  }

  @Test
  void of_fifty_who_race_for_nineteen_seats_nineteen_get_one() {
    RoomId id = write(() -> save(aRoom().capacity(20).build())).id();

    List<Race.Outcome<MemberId>> outcomes =
        Race.of(
            50,
            i ->
                settle(() -> {
                  MemberId member = Samples.memberId();
                  Room room = rooms().find(id).orElseThrow();
                  room.join(member, Set.of(), NOW);
                  rooms().save(room);
                  return member;
                }));

    Room.Snapshot room = found(id);
    assertThat(room.seats()).hasSize(20);
    assertThat(room.version()).isEqualTo(new Version(20));
    assertThat(outcomes)
        .filteredOn(Race.Outcome::succeeded)
        .hasSize(19)
        .allSatisfy(outcome -> assertThat(room.hasMember(outcome.result().orElseThrow())).isTrue());
    assertOthersRefused(RoomError.ROOM_FULL, outcomes);
  }

  @Test
  void overdue_are_the_open_rooms_whose_time_has_come_oldest_first() {
    RoomId recent = openMeetingAt(NOW);
    RoomId older = openMeetingAt(NOW.minus(Duration.ofDays(1)));
    RoomId oldest = openMeetingAt(NOW.minus(Duration.ofDays(400)));
    openMeetingAt(NOW.plusNanos(1_000));
    for (RoomStatus ended :
        List.of(RoomStatus.CONFIRMED, RoomStatus.CANCELLED, RoomStatus.EXPIRED)) {
      change(() -> save(aRoom().meetsAt(NOW.minusSeconds(60)).status(ended).build()));
    }

    assertThat(read(() -> rooms().overdue(NOW, 10))).containsExactly(oldest, older, recent);
    assertThat(read(() -> rooms().overdue(NOW, 2))).containsExactly(oldest, older);
  }

  @Test
  void a_wait_list_and_removals_may_become_empty_again() {
    Room.Snapshot stored =
        write(() ->
            save(
                aRoom()
                    .capacity(2)
                    .members(Samples.memberId())
                    .offered(Samples.memberId(), NOW)
                    .waiting(Samples.memberId())
                    .build()));

    Room.Snapshot ended =
        write(() -> {
          Room room = rooms().find(stored.id()).orElseThrow();
          room.cancel(stored.host(), "", NOW);
          return rooms().save(room);
        });

    assertThat(ended.waiting()).isEmpty();
    assertThat(found(stored.id())).isEqualTo(ended);
  }

  @Test
  void offers_that_are_over_are_found_in_open_and_confirmed_rooms_the_first_over_first() {
    Room.Snapshot later = withOffer(NOW, RoomStatus.OPEN);
    Room.Snapshot between = withOffer(NOW.minusSeconds(30), RoomStatus.CONFIRMED);
    Room.Snapshot sooner = withOffer(NOW.minusSeconds(60), RoomStatus.OPEN);
    withOffer(NOW.plusNanos(1_000), RoomStatus.OPEN);
    withOffer(NOW.minusSeconds(60), RoomStatus.CANCELLED);
    change(() -> save(aRoom().waiting(Samples.memberId()).build()));

    assertThat(read(() -> rooms().withOffersOver(NOW, 10)))
        .containsExactly(sooner.id(), between.id(), later.id());
    assertThat(read(() -> rooms().withOffersOver(NOW, 1))).containsExactly(sooner.id());
  }

  private Room.Snapshot withOffer(Instant until, RoomStatus status) {
    return write(() ->
        save(
            aRoom()
                .status(status)
                .offered(Samples.memberId(), until)
                .offered(Samples.memberId(), until.plusSeconds(120))
                .build()));
  }

  @Test
  void open_rooms_with_a_member_are_those_with_a_seat_or_a_place_in_the_wait_list() {
    MemberId member = Samples.memberId();
    List<RoomId> with =
        List.of(
            write(() -> save(aRoom().host(member).build())).id(),
            write(() -> save(aRoom().members(member).build())).id(),
            write(() -> save(aRoom().waiting(member).build())).id(),
            write(() -> save(aRoom().offered(member, NOW).build())).id(),
            write(() -> save(aRoom().waiting(member).status(RoomStatus.CONFIRMED).build())).id());
    change(() -> save(aRoom().members(member).status(RoomStatus.EXPIRED).build()));
    change(() -> save(aRoom().members(member).status(RoomStatus.CONFIRMED).build()));
    change(() -> save(aRoom().waiting(member).status(RoomStatus.CANCELLED).build()));
    change(() -> save(aRoom().removed(member, "").build()));

    assertThat(read(() -> rooms().openWith(member))).containsExactlyInAnyOrderElementsOf(with);
    assertThat(read(() -> rooms().openWith(Samples.memberId()))).isEmpty();
  }

  @Test
  void rooms_from_which_a_member_was_removed_are_found_whatever_became_of_them() {
    MemberId member = Samples.memberId();
    List<RoomId> removed =
        List.of(
            write(() -> save(aRoom().removed(member, "late").build())).id(),
            write(() ->
                    save(
                        aRoom()
                            .removed(Samples.memberId(), "")
                            .removed(member, "")
                            .status(RoomStatus.EXPIRED)
                            .build()))
                .id());
    change(() -> save(aRoom().members(member).removed(Samples.memberId(), "").build()));

    assertThat(read(() -> rooms().removedFrom(member)))
        .containsExactlyInAnyOrderElementsOf(removed);
    assertThat(read(() -> rooms().removedFrom(Samples.memberId()))).isEmpty();
  }

  @Test
  void what_rooms_are_called_is_found_at_once() {
    MemberId host = Samples.memberId();
    Room.Snapshot lunch = write(() -> save(aRoom().members(host).title("점심 🍜").build()));
    Room.Snapshot hidden =
        write(() -> save(aRoom().title("Buy mine").hidden().status(RoomStatus.CANCELLED).build()));
    change(() -> save(aRoom().build()));
    RoomId unknown = Samples.roomId();

    assertThat(read(() -> rooms().headings(List.of(hidden.id(), lunch.id(), unknown, lunch.id()))))
        .containsExactlyInAnyOrder(
            new Rooms.Heading(lunch.id(), "점심 🍜", lunch.host(), false),
            new Rooms.Heading(hidden.id(), "Buy mine", hidden.host(), true));
    assertThat(read(() -> rooms().headings(List.of(lunch.id()))))
        .extracting(Rooms.Heading::title)
        .containsExactly("점심 🍜");
  }

  private RoomId openMeetingAt(Instant instant) {
    return write(() -> save(aRoom().meetsAt(instant).build())).id();
  }
}
