package dev.moim.testkit.shared;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

  private Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
    return transactions().writeTogether(works);
  }

  private List<Object> told(List<Supplier<?>> works) {
    return together(works).orElseThrow().stream()
        .map(outcome -> {
          try {
            return outcome.get();
          } catch (DomainException e) {
            return e.code();
          }
        })
        .toList();
  }

  private static Supplier<?> refused(Runnable before) {
    return () -> {
      before.run();
      throw RoomError.ROOM_FULL.exception();
    };
  }

  @Test
  void works_are_written_together_and_each_is_told_what_became_of_it() {
    Room.Snapshot first = aRoom().build();
    Room.Snapshot second = aRoom().build();

    List<Object> told =
        told(
            List.of(
                () -> save(first),
                refused(() -> find(first.id())),
                () -> find(first.id()).isPresent(),
                () -> save(second)));

    assertThat(told).containsExactly(first.stored(), RoomError.ROOM_FULL, true, second.stored());
    assertThat(exists(first)).isTrue();
    assertThat(exists(second)).isTrue();
  }

  /** Each sees the version that the one before it has left. */
  @Test
  void one_thing_is_changed_by_several_works_one_after_the_other() {
    Room.Snapshot room = write(() -> save(aRoom().build()));
    Supplier<?> change = () -> save(find(room.id()).orElseThrow()).version();

    assertThat(told(List.of(change, refused(() -> find(room.id())), change, change)))
        .containsExactly(
            new Version(room.version().value() + 1),
            RoomError.ROOM_FULL,
            new Version(room.version().value() + 2),
            new Version(room.version().value() + 3));
    assertThat(read(() -> find(room.id()).orElseThrow().version()))
        .isEqualTo(new Version(room.version().value() + 3));
  }

  @Test
  void a_work_whose_part_is_refused_leaves_the_others_alone() {
    Room.Snapshot room = aRoom().build();

    assertThat(told(List.of(() -> write(refused(() -> {})), () -> save(room))))
        .containsExactly(RoomError.ROOM_FULL, room.stored());
    assertThat(exists(room)).isTrue();
  }

  @Test
  void nothing_is_kept_of_any_if_one_is_refused_after_a_change() {
    Room.Snapshot before = aRoom().build();
    Room.Snapshot own = aRoom().build();

    assertThat(together(List.of(() -> save(before), refused(() -> save(own))))).isEmpty();

    assertThat(exists(before)).isFalse();
    assertThat(exists(own)).isFalse();
    change(() -> save(before));
    assertThat(exists(before)).isTrue();
  }

  @Test
  void nothing_is_kept_of_any_if_one_fails() {
    Room.Snapshot room = aRoom().build();

    assertThat(
            together(
                List.of(
                    () -> save(room),
                    () -> {
                      throw new IllegalStateException("a fault");
                    })))
        .isEmpty();

    assertThat(exists(room)).isFalse();
  }

  @Test
  void nothing_is_kept_of_any_if_one_loses_a_race() {
    Room.Snapshot stale = write(() -> save(aRoom().build()));
    change(() -> save(stale));
    Room.Snapshot room = aRoom().build();

    assertThatThrownBy(() -> together(List.of(() -> save(room), () -> save(stale))))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(exists(room)).isFalse();
  }
}
