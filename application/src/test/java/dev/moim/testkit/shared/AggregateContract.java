package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.shared.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every repository of aggregates keeps to, seen through their snapshots.
 *
 * @param <S> the snapshot
 */
public abstract class AggregateContract<S> extends StoreContract {
  /** Another aggregate each time, never stored. */
  protected abstract S fresh();

  /** Aggregates never stored that differ in every field and go to its limits. */
  protected abstract List<S> shapes();

  /** Another state of the same aggregate, with the same version. */
  protected abstract S changed(S state);

  /** Finds the aggregate by its identifier. */
  protected abstract Optional<S> find(S like);

  protected abstract S save(S state);

  protected abstract Version version(S state);

  /** The state with the next version. */
  protected abstract S stored(S state);

  private S found(S like) {
    return read(() -> find(like)).orElseThrow();
  }

  @Test
  void what_was_saved_comes_back_field_by_field() {
    for (S shape : shapes()) {
      S saved = write(() -> save(shape));

      assertThat(saved).isEqualTo(stored(shape));
      assertThat(found(shape)).isEqualTo(saved);
    }
  }

  @Test
  void every_change_of_state_comes_back() {
    for (S shape : shapes()) {
      S saved = write(() -> save(shape));

      S next = changed(saved);

      assertThat(write(() -> save(next))).isEqualTo(stored(next));
      assertThat(found(shape)).isEqualTo(stored(next));
    }
  }

  @Test
  void what_was_never_saved_is_absent() {
    S state = fresh();
    change(() -> save(fresh()));

    assertThat(read(() -> find(state))).isEmpty();
  }

  @Test
  void each_save_advances_the_version() {
    S first = write(() -> save(fresh()));
    S second = write(() -> save(changed(first)));

    assertThat(version(first)).isEqualTo(new Version(1));
    assertThat(version(second)).isEqualTo(new Version(2));
    assertThat(version(found(second))).isEqualTo(new Version(2));
  }

  @Test
  void a_work_finds_what_it_saved_itself() {
    S state = fresh();

    S seen =
        write(() -> {
          save(state);
          return find(state).orElseThrow();
        });

    assertThat(seen).isEqualTo(stored(state));
  }

  @Test
  void a_stale_writer_is_refused_and_changes_nothing() {
    S first = write(() -> save(fresh()));
    S second = write(() -> save(changed(first)));

    assertThatThrownBy(() -> change(() -> save(first))).isInstanceOf(ConcurrencyConflict.class);

    assertThat(found(first)).isEqualTo(second);
  }

  @Test
  void of_two_writers_that_started_from_the_same_reading_the_second_is_refused() {
    S state = write(() -> save(fresh()));
    S one = found(state);
    S other = found(state);
    S winner = write(() -> save(changed(one)));

    assertThatThrownBy(() -> change(() -> save(changed(other))))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(found(state)).isEqualTo(winner);
  }

  @Test
  void a_writer_that_is_ahead_of_the_store_is_refused() {
    S state = write(() -> save(fresh()));

    assertThatThrownBy(() -> change(() -> save(stored(state))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThatThrownBy(() -> change(() -> save(stored(fresh()))))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  void an_aggregate_is_new_only_once() {
    S state = fresh();
    change(() -> save(state));

    assertThatThrownBy(() -> change(() -> save(state))).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  void of_racing_writers_of_one_reading_exactly_one_wins() {
    S state = write(() -> save(fresh()));

    List<Race.Outcome<S>> outcomes = overlapping(8, i -> save(changed(state)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow()).isInstanceOf(ConcurrencyConflict.class));
    assertThat(version(found(state))).isEqualTo(new Version(2));
  }

  @Test
  void of_racing_writers_of_one_new_aggregate_exactly_one_wins() {
    S state = fresh();

    List<Race.Outcome<S>> outcomes = overlapping(8, i -> save(state));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(found(state)).isEqualTo(stored(state));
  }

  @Test
  void no_update_is_lost_when_racing_writers_try_again() {
    S state = write(() -> save(fresh()));

    overlappingUntilSettled(10, i -> save(changed(find(state).orElseThrow())))
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());

    assertThat(version(found(state))).isEqualTo(new Version(11));
  }

  @Test
  void a_rollback_leaves_nothing_new() {
    S state = fresh();

    changeAndFail(() -> save(state));

    assertThat(read(() -> find(state))).isEmpty();
    assertThat(write(() -> save(state))).isEqualTo(stored(state));
  }

  @Test
  void a_rollback_leaves_what_was_there() {
    S state = write(() -> save(fresh()));

    changeAndFail(() -> save(changed(state)));

    assertThat(found(state)).isEqualTo(state);
    S next = changed(state);
    assertThat(write(() -> save(next))).isEqualTo(stored(next));
  }
}
