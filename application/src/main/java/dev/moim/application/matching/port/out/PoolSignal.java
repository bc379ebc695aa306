package dev.moim.application.matching.port.out;

import dev.moim.domain.condition.CategoryKey;

/**
 * Says that there is something to do in a pool, so that somebody {@linkplain
 * dev.moim.application.matching.port.in.RunPool runs} it soon. A hint: a lost one at a request is
 * found again when pools are compared with the store.
 */
@FunctionalInterface
public interface PoolSignal {
  /** Never blocks; however often it is raised before the run, there is one. */
  void raised(CategoryKey pool);
}
