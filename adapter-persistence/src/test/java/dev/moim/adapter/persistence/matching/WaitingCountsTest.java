package dev.moim.adapter.persistence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingCountsTest {
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final CategoryKey STUDY = new CategoryKey("study");
  private static final Instant NOW = SettableClock.START;

  private final WaitingCounts counts = new WaitingCounts();

  @Test
  void a_few_are_counted_each_time() {
    assertThat(counts.of(MEAL, NOW, () -> 3)).isEqualTo(3);
    assertThat(counts.of(MEAL, NOW, () -> 4)).isEqualTo(4);
  }

  @Test
  void many_are_counted_once_in_a_second_for_each_category() {
    assertThat(counts.of(MEAL, NOW, () -> 5_000)).isEqualTo(5_000);

    assertThat(counts.of(MEAL, NOW.plusMillis(999), () -> 6_000)).isEqualTo(5_000);
    assertThat(counts.of(STUDY, NOW, () -> 7_000)).isEqualTo(7_000);
    assertThat(counts.of(MEAL, NOW.plusSeconds(1), () -> 8_000)).isEqualTo(8_000);
  }

  @Test
  void who_comes_while_many_are_counted_is_told_what_was_known() {
    Instant later = NOW.plusSeconds(1);
    counts.of(MEAL, NOW, () -> 5_000);

    long counted =
        counts.of(
            MEAL,
            later,
            () -> {
              assertThat(counts.of(MEAL, later, () -> 7_000)).isEqualTo(5_000);
              return 6_000;
            });

    assertThat(counted).isEqualTo(6_000);
    assertThat(counts.of(MEAL, later, () -> 7_000)).isEqualTo(6_000);
  }

  @Test
  void a_clock_that_was_put_back_keeps_no_count() {
    assertThat(counts.of(MEAL, NOW, () -> 5_000)).isEqualTo(5_000);

    assertThat(counts.of(MEAL, NOW.minusSeconds(60), () -> 6_000)).isEqualTo(6_000);
  }
}
