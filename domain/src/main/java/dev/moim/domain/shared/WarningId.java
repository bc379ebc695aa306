package dev.moim.domain.shared;

import java.util.UUID;

/** A warning that a member got. */
public record WarningId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
