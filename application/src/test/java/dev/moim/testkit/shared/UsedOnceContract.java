package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.UsedOnce;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link UsedOnce} keeps to, in a time that tests set. */
public abstract class UsedOnceContract {
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final String value = "value:" + Samples.uuid();

  protected abstract UsedOnce usedOnce();

  /** Lets the memory's time pass; it stands still otherwise. */
  protected abstract void pass(Duration time);

  @Test
  void only_the_first_use_is_the_first() {
    assertThat(usedOnce().firstUse(value, MEMORY)).isTrue();
    assertThat(usedOnce().firstUse(value, MEMORY)).isFalse();
    assertThat(usedOnce().firstUse(value, MEMORY)).isFalse();
  }

  @Test
  void other_values_are_others() {
    usedOnce().firstUse(value, MEMORY);

    assertThat(usedOnce().firstUse(value + " ", MEMORY)).isTrue();
    assertThat(usedOnce().firstUse(value + Samples.HANGUL, MEMORY)).isTrue();
  }

  @Test
  void a_value_is_remembered_for_its_time_from_its_first_use_on() {
    usedOnce().firstUse(value, MEMORY);

    pass(MEMORY.minusMillis(1));
    assertThat(usedOnce().firstUse(value, MEMORY)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(usedOnce().firstUse(value, MEMORY)).isTrue();
  }

  @Test
  void each_value_has_its_own_time() {
    usedOnce().firstUse(value + "short", Duration.ofSeconds(1));
    usedOnce().firstUse(value + "long", Duration.ofHours(1));

    pass(Duration.ofSeconds(2));

    assertThat(usedOnce().firstUse(value + "short", MEMORY)).isTrue();
    assertThat(usedOnce().firstUse(value + "long", MEMORY)).isFalse();
  }

  @Test
  void of_many_at_once_exactly_one_is_the_first() {
    for (int round = 0; round < 20; round++) {
      String raced = value + round;

      long first =
          Race.of(16, runner -> usedOnce().firstUse(raced, MEMORY)).stream()
              .filter(outcome -> outcome.result().orElseThrow())
              .count();

      assertThat(first).isEqualTo(1);
    }
  }
}
