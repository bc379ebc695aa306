package dev.moim.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final List<Integer> done = new ArrayList<>();

  @Test
  void counts_what_it_went_through() {
    assertThat(Sweep.over(List.of(1, 2, 3), done::add)).isEqualTo(3);

    assertThat(done).containsExactly(1, 2, 3);
  }

  @Test
  void what_fails_keeps_nothing_else_and_is_told_at_the_end() {
    var poor = new IllegalArgumentException("two");

    assertThatThrownBy(() -> Sweep.over(List.of(1, 2, 3), number -> doAllBut(number, poor)))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(poor));

    assertThat(done).containsExactly(1, 3);
  }

  private void doAllBut(int number, RuntimeException failure) {
    if (number == 2) {
      throw failure;
    }
    done.add(number);
  }
}
