package dev.moim.testkit.matching;

import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.domain.condition.CategoryKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which pools were signalled. */
public final class RaisedPools implements PoolSignal {
  private final Set<CategoryKey> raised = ConcurrentHashMap.newKeySet();

  @Override
  public void raised(CategoryKey pool) {
    raised.add(pool);
  }

  /** Whether a pool was signalled since this was asked last. */
  public boolean take(CategoryKey pool) {
    return raised.remove(pool);
  }
}
