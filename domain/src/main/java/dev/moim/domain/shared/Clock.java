package dev.moim.domain.shared;

import java.time.Instant;

/**
 * The only source of the present time. Adapters read the system clock; tests set theirs by hand.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface Clock {
  Instant now();
}
