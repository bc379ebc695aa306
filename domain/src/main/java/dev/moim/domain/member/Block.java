package dev.moim.domain.member;

import java.time.Instant;

/**
 * Keeps a warned member from acting until a moment, for a reason that the member is told. What
 * members have against each other is a {@link PersonalBlock}.
 */
public record Block(Instant until, String reason) {
  public boolean holds(Instant now) {
    return now.isBefore(until);
  }
}
