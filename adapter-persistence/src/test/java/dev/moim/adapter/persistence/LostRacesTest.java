package dev.moim.adapter.persistence;

import static dev.moim.testkit.room.CommentBuilder.aComment;
import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SeededRandomness;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What databases say of a race that was lost becomes a conflict, which is tried again. */
@EachDatabase
class LostRacesTest {
  private final TestDatabase database;
  private final Transactions once;
  private final Transactions retrying;
  private final Rooms rooms;

  LostRacesTest(TestDatabase database) {
    this.database = database;
    once = database.get(Transactions.class);
    retrying =
        new RetryingTransactions(
            once,
            RetryPolicy.DEFAULT,
            new SeededRandomness(1),
            pause -> LockSupport.parkNanos(pause.toNanos()));
    rooms = database.get(Rooms.class);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  private RoomId room() {
    return once.write(() -> rooms.save(aRoom().restore()).id());
  }

  /** Sends the change at once, so that the row is locked until the end of the transaction. */
  private void change(RoomId id) {
    rooms.save(rooms.find(id).orElseThrow());
    database.get(CurrentSession.class).writing().flush();
  }

  private void set(String... statements) {
    database
        .get(CurrentSession.class)
        .writing()
        .doWork(connection -> execute(connection, statements));
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the other one did not come", e);
    }
  }

  @Test
  void of_two_who_wait_for_each_other_both_get_their_turn() {
    List<RoomId> two = List.of(room(), room());
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            2,
            i ->
                retrying.write(() -> {
                  change(two.get(i));
                  if (attempts.incrementAndGet() <= 2) {
                    await(both);
                  }
                  change(two.get(1 - i));
                  return true;
                }));

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(attempts).hasValueGreaterThan(2);
    assertThat(two)
        .allSatisfy(id ->
            assertThat(once.read(() -> rooms.find(id)))
                .map(Room::snapshot)
                .map(Room.Snapshot::version)
                .contains(new Version(3)));
  }

  @Test
  void whoever_waits_too_long_for_a_row_has_lost() {
    RoomId id = room();

    once.writeOnly(() -> {
      change(id);
      Race.Outcome<Boolean> other =
          Race.of(
                  1,
                  i ->
                      once.write(() -> {
                        set(
                            switch (database.server) {
                              case H2 -> "set lock_timeout 100";
                              case POSTGRESQL -> "set local lock_timeout = '100ms'";
                              case MARIADB, MYSQL -> "set session innodb_lock_wait_timeout = 1";
                            });
                        change(id);
                        return true;
                      }))
              .getFirst();

      assertThat(other.failure())
          .get()
          .asInstanceOf(type(ConcurrencyConflict.class))
          .returns(true, ConcurrencyConflict::hasWaitedInVain);
    });
  }

  /** At the level that Moim uses these can't come; an operator may have set another one. */
  @Test
  void what_cannot_be_put_in_a_row_is_a_conflict_at_stricter_levels() {
    assumeThat(database.server).isNotEqualTo(TestServer.H2);
    RoomId id = room();

    assertThatThrownBy(() ->
            once.writeOnly(() -> {
              set(
                  switch (database.server) {
                    case H2, POSTGRESQL ->
                        new String[] {"set transaction isolation level repeatable read"};
                    case MARIADB ->
                        new String[] {
                          "rollback",
                          "set session innodb_snapshot_isolation = on",
                          "set transaction isolation level repeatable read",
                          "start transaction"
                        };
                    case MYSQL ->
                        new String[] {
                          "rollback",
                          "set transaction isolation level repeatable read",
                          "start transaction"
                        };
                  });
              Room mine = rooms.find(id).orElseThrow();
              Race.of(
                  1,
                  i ->
                      once.write(() -> {
                        change(id);
                        return true;
                      }));
              rooms.save(mine);
            }))
        .asInstanceOf(type(ConcurrencyConflict.class))
        .returns(false, ConcurrencyConflict::hasWaitedInVain);
  }

  /** Only the database knows of it, and when all has been sent. */
  @Test
  void what_it_refuses_of_one_is_tried_with_each_of_those_written_together() {
    RoomId id = room();
    Comments comments = database.get(Comments.class);
    Comment stray = Comment.restore(aComment(new RoomId(UUID.randomUUID())).build());

    assertThat(
            once.writeTogether(
                List.of(
                    () -> rooms.save(rooms.find(id).orElseThrow()), () -> comments.save(stray))))
        .isEmpty();

    assertThat(once.read(() -> rooms.find(id).orElseThrow().snapshot().version()))
        .isEqualTo(new Version(1));
  }
}
