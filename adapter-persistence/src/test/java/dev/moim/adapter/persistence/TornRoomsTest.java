package dev.moim.adapter.persistence;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.room.RoomQueries;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A room that changes between two of the statements that read it is shown as it was at one time.
 */
@EachDatabase
class TornRoomsTest {
  private static final Instant NOW = SettableClock.START;

  private final TestDatabase database;
  private final Transactions transactions;
  private final Rooms rooms;
  private final RoomList list;
  private final MemberId host = Samples.memberId();
  private final MemberId guest = Samples.memberId();
  private final MemberId another = Samples.memberId();

  TornRoomsTest(TestDatabase database) {
    this.database = database;
    transactions = database.get(Transactions.class);
    rooms = database.get(Rooms.class);
    list = database.get(RoomList.class);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  /** A full room. */
  private Room.Snapshot room() {
    return transactions.write(
        () -> rooms.save(Room.restore(aRoom().host(host).members(guest).capacity(2).build())));
  }

  /** Reads a room of which others change something after the first statement. */
  private Room.Snapshot read(
      Room.Snapshot room, Supplier<Room.Snapshot> reading, Consumer<Room> change) {
    database.statements.afterNext(() ->
        Race.of(
                1,
                i ->
                    transactions.write(() -> {
                      Room changing = rooms.find(room.id()).orElseThrow();
                      change.accept(changing);
                      return rooms.save(changing);
                    }))
            .forEach(outcome -> assertThat(outcome.failure()).isEmpty()));
    return transactions.read(reading);
  }

  private Room.Snapshot listed() {
    return list.page(RoomQueries.everything(ListRooms.Sort.SOONEST, PageRequest.first(20)))
        .items()
        .getFirst();
  }

  private Room.Snapshot found(Room.Snapshot room) {
    return rooms.find(room.id()).orElseThrow().snapshot();
  }

  private Room.Snapshot now(Room.Snapshot room) {
    return transactions.read(() -> found(room));
  }

  private void takeInOneMore(Room room) {
    RoomDetails details = room.snapshot().details();
    room.edit(
        host,
        new RoomDetails(
            details.title(),
            details.description(),
            details.category(),
            details.condition(),
            details.meetsAt(),
            new Capacity(3),
            details.anonymous()),
        NOW);
    room.join(another, Set.of(), NOW);
  }

  @Test
  void a_list_shows_no_more_members_than_seats() {
    Room.Snapshot room = room();

    Room.Snapshot shown = read(room, this::listed, this::takeInOneMore);

    assertThat(shown.seats()).hasSize(3);
    assertThat(shown).isEqualTo(now(room));
  }

  @Test
  void a_seat_is_not_shown_as_taken_and_as_offered() {
    Room.Snapshot room = room();
    transactions.writeOnly(() -> {
      Room full = rooms.find(room.id()).orElseThrow();
      full.queue(another, Set.of(), NOW);
      rooms.save(full);
    });

    Room.Snapshot shown =
        read(
            room,
            () -> found(room),
            full -> {
              full.leave(guest, NOW);
              full.offerSeats(Map.of(), Duration.ofMinutes(1), NOW);
            });

    assertThat(shown.taken()).isEqualTo(2);
    assertThat(shown.seats()).hasSize(1);
    assertThat(shown).isEqualTo(now(room));
  }
}
