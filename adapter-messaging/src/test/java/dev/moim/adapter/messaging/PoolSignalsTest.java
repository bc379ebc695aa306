package dev.moim.adapter.messaging;

import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.testkit.matching.PoolSignalContract;
import java.time.Duration;

class PoolSignalsTest extends PoolSignalContract {
  private final PoolSignals signals = new PoolSignals();

  @Override
  protected PoolSignal signal() {
    return signals;
  }

  @Override
  protected boolean takeSignal(CategoryKey pool) {
    try {
      return signals.of(pool).await(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
