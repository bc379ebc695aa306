package dev.moim.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.domain.condition.CategoryKey;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PoolSignal} keeps to. */
public abstract class PoolSignalContract {
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final CategoryKey STUDY = new CategoryKey("study");

  protected abstract PoolSignal signal();

  /** Whether it was raised for a pool since this was asked last. */
  protected abstract boolean takeSignal(CategoryKey pool);

  @Test
  void a_pool_is_signalled_and_no_other() {
    signal().raised(MEAL);

    assertThat(takeSignal(STUDY)).isFalse();
    assertThat(takeSignal(MEAL)).isTrue();
    assertThat(takeSignal(MEAL)).isFalse();
  }

  @Test
  void however_often_it_is_raised_it_is_one_signal() {
    for (int i = 0; i < 100; i++) {
      signal().raised(MEAL);
    }

    assertThat(takeSignal(MEAL)).isTrue();
    assertThat(takeSignal(MEAL)).isFalse();
  }
}
