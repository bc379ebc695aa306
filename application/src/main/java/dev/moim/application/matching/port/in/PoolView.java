package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a category is matched.
 *
 * @param waiting how many requests wait in it
 * @param acceptance for how long members may accept a proposed group; empty if nobody is asked
 * @param relaxations the steps to which members may agree
 */
public record PoolView(
    CategoryKey category,
    long waiting,
    Optional<Duration> acceptance,
    List<Relaxation> relaxations) {
  public PoolView {
    relaxations = List.copyOf(relaxations);
  }
}
