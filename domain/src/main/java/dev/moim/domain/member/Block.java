package dev.moim.domain.member;

import java.time.Instant;

/** Keeps a member from acting until a moment, for a reason that the member is told. */
public record Block(Instant until, String reason) {
  public boolean holds(Instant now) {
    return now.isBefore(until);
  }
}
