package dev.moim.application.matching.service;

import dev.moim.domain.condition.CategoryKey;
import java.util.Map;

/**
 * What an operator may set about random matching.
 *
 * @param pools by category; those that are left out are as {@link PoolSettings#DEFAULT} has it
 */
public record MatchingSettings(Map<CategoryKey, PoolSettings> pools) {
  /** Every category as {@link PoolSettings#DEFAULT} has it. */
  public static final MatchingSettings DEFAULT = new MatchingSettings(Map.of());

  public MatchingSettings {
    pools = Map.copyOf(pools);
  }

  /** What is set for a category. */
  public PoolSettings of(CategoryKey category) {
    return pools.getOrDefault(category, PoolSettings.DEFAULT);
  }
}
