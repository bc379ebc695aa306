package dev.moim.domain.shared;

import java.util.UUID;

/** A link that was mailed to a member. */
public record LinkId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
