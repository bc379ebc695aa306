package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;

/** Forms groups of those who wait in one pool. */
@FunctionalInterface
public interface RunMatchingPass {
  /**
   * What a pass did.
   *
   * @param groups how many groups were committed
   * @param lost how many groups were given up because a member of it had changed meanwhile
   */
  record Result(int groups, int lost) {}

  Result run(CategoryKey pool);
}
