package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Does what there is to do in one pool: takes in who has come, lets go who has left, does what is
 * due by the clock, and commits what was decided. The first run, and the first after a failure,
 * begins by reading the whole pool from the store.
 */
@FunctionalInterface
public interface RunPool {
  /**
   * Blocks while another thread runs the same pool.
   *
   * @return when there will be something to do although nobody comes; empty if nothing is due
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY
   */
  Optional<Instant> run(CategoryKey pool);
}
