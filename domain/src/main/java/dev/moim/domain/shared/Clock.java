package dev.moim.domain.shared;

import java.time.Instant;

/**
 * The only source of the present time. Adapters read the system clock; tests set theirs by hand.
 * Implementations are thread-safe. An instant is of microseconds at the finest, as every store
 * keeps it, so that what was stored comes back equal.
 */
@FunctionalInterface
public interface Clock {
  Instant now();
}
