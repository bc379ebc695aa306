package dev.moim.testkit.shared;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.shared.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Transactions} keeps to, seen through a repository. */
public abstract class TransactionsContract extends StoreContract {
  private static final long PATIENCE_SECONDS = 30;

  protected abstract Rooms rooms();

  private Room.Snapshot save(Room.Snapshot room) {
    return rooms().save(Room.restore(room));
  }

  private Optional<Room.Snapshot> find(RoomId id) {
    return rooms().find(id).map(Room::snapshot);
  }

  private boolean exists(Room.Snapshot room) {
    return read(() -> find(room.id()).isPresent());
  }

  @Test
  void a_transaction_gives_what_its_work_gives() {
    assertThat(read(() -> "read")).isEqualTo("read");
    assertThat(write(() -> "written")).isEqualTo("written");
  }

  @Test
  void what_a_work_throws_comes_out_as_it_is() {
    IllegalArgumentException failure = new IllegalArgumentException("as it is");

    assertThatThrownBy(() ->
            read(() -> {
              throw failure;
            }))
        .isSameAs(failure);
    assertThatThrownBy(() ->
            write(() -> {
              throw failure;
            }))
        .isSameAs(failure);
  }

  @Test
  void an_error_rolls_back_too() {
    Room.Snapshot room = aRoom().build();

    assertThatThrownBy(() ->
            change(() -> {
              save(room);
              throw new AssertionError("an error");
            }))
        .isInstanceOf(AssertionError.class);

    assertThat(exists(room)).isFalse();
  }

  @Test
  void all_changes_of_a_work_are_kept_or_none() {
    Room.Snapshot one = aRoom().build();
    Room.Snapshot other = aRoom().build();

    changeAndFail(() -> {
      save(one);
      save(other);
    });
    assertThat(exists(one)).isFalse();
    assertThat(exists(other)).isFalse();

    change(() -> {
      save(one);
      save(other);
    });
    assertThat(exists(one)).isTrue();
    assertThat(exists(other)).isTrue();
  }

  @Test
  void one_stale_aggregate_undoes_the_changes_of_all_others() {
    Room.Snapshot stale = write(() -> save(aRoom().build()));
    change(() -> save(stale));
    Room.Snapshot other = aRoom().build();

    assertThatThrownBy(() ->
            change(() -> {
              save(other);
              save(stale);
            }))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(exists(other)).isFalse();
  }

  @Test
  void the_next_transaction_of_the_thread_is_not_touched_by_a_failed_one() {
    Room.Snapshot room = aRoom().build();
    changeAndFail(() -> save(aRoom().build()));

    change(() -> save(room));

    assertThat(exists(room)).isTrue();
  }

  @Test
  void a_work_sees_its_own_changes() {
    Room.Snapshot room = aRoom().build();

    assertThat(
            write(() -> {
              save(room);
              return read(() -> find(room.id()));
            }))
        .contains(room.stored());
  }

  @Test
  void others_see_a_change_only_after_its_commit() throws InterruptedException {
    Room.Snapshot room = aRoom().build();
    CountDownLatch saved = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .daemon()
            .start(() ->
                change(() -> {
                  save(room);
                  saved.countDown();
                  await(looked);
                }));
    await(saved);

    boolean before = exists(room);
    looked.countDown();
    writer.join();

    assertThat(before).isFalse();
    assertThat(exists(room)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void an_inner_write_commits_only_with_the_outer_one() {
    Room.Snapshot inner = aRoom().build();
    Room.Snapshot outer = aRoom().build();

    changeAndFail(() -> {
      change(() -> save(inner));
      save(outer);
    });

    assertThat(exists(inner)).isFalse();
    assertThat(exists(outer)).isFalse();
  }

  @Test
  void an_inner_write_that_fails_fails_the_outer_one() {
    Room.Snapshot outer = aRoom().build();

    assertThatThrownBy(() ->
            change(() -> {
              save(outer);
              change(() -> {
                throw new IllegalStateException("inner");
              });
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("inner");

    assertThat(exists(outer)).isFalse();
  }

  @Test
  void a_write_within_a_read_is_refused() {
    Room.Snapshot room = aRoom().build();

    assertThatThrownBy(() -> read(() -> write(() -> save(room))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(exists(room)).isFalse();
  }

  @Test
  void a_failing_transaction_does_not_touch_those_of_other_threads() {
    List<Room.Snapshot> states = Stream.generate(() -> aRoom().build()).limit(10).toList();

    List<Race.Outcome<Room.Snapshot>> outcomes =
        Race.of(
            10,
            i ->
                write(() -> {
                  Room.Snapshot saved = save(states.get(i));
                  if (i % 2 == 1) {
                    throw new IllegalArgumentException("odd");
                  }
                  return saved;
                }));

    for (int i = 0; i < 10; i++) {
      assertThat(outcomes.get(i).succeeded()).isEqualTo(i % 2 == 0);
      assertThat(exists(states.get(i))).isEqualTo(i % 2 == 0);
    }
  }
}
