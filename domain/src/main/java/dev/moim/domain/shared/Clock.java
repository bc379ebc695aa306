package dev.moim.domain.shared;

import java.time.Instant;

/**
 * The only source of the present time. Adapters read the system clock; tests set theirs by hand.
 * Implementations are thread-safe.
 *
 * <p>Instants have microseconds at the most, which is what stores keep: of a finer one they cut the
 * rest off, and return it so.
 */
@FunctionalInterface
public interface Clock {
  Instant now();
}
