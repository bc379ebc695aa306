package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.Randomness;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Randomness} keeps to. */
public abstract class RandomnessContract {
  protected abstract Randomness randomness();

  @Test
  void a_number_lies_below_its_bound() {
    for (long bound : new long[] {1, 2, 3, 1_000, 1L << 40, Long.MAX_VALUE}) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(randomness().below(bound)).isNotNegative().isLessThan(bound);
      }
    }
  }

  /** The limits lie 7 standard deviations away: chance alone crosses them once in 10^11 runs. */
  @Test
  void each_number_comes_about_as_often_as_the_others() {
    int[] count = new int[6];
    for (int i = 0; i < 60_000; i++) {
      count[(int) randomness().below(6)]++;
    }

    assertThat(count)
        .satisfies(all -> {
          for (int each : all) {
            assertThat(each).isBetween(9_361, 10_639);
          }
        });
  }

  @Test
  void a_bound_is_positive() {
    assertThatThrownBy(() -> randomness().below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> randomness().below(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void there_are_as_many_bytes_as_asked_for_and_others_each_time() {
    assertThat(randomness().bytes(0)).isEmpty();
    assertThat(randomness().bytes(1)).hasSize(1);
    assertThat(randomness().bytes(1_000)).hasSize(1_000);
    assertThat(Stream.generate(() -> HexFormat.of().formatHex(randomness().bytes(32))).limit(1_000))
        .doesNotHaveDuplicates();
  }

  @Test
  void many_may_ask_at_once() {
    List<Race.Outcome<String>> outcomes =
        Race.of(20, i -> HexFormat.of().formatHex(randomness().bytes(32)));

    assertThat(outcomes).extracting(Race.Outcome::result).doesNotHaveDuplicates();
    assertThat(outcomes).allMatch(Race.Outcome::succeeded);
  }
}
