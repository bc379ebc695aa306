package dev.moim.adapter.messaging;

import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.domain.condition.CategoryKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes the one who runs a pool, if somebody does. */
final class PoolSignals implements PoolSignal {
  private final Map<CategoryKey, WakeUp> wakeUps = new ConcurrentHashMap<>();

  @Override
  public void raised(CategoryKey pool) {
    of(pool).raised();
  }

  WakeUp of(CategoryKey pool) {
    return wakeUps.computeIfAbsent(pool, key -> new WakeUp());
  }
}
