package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies one absence of a member; a time-ordered UUID (version 7). */
public record AbsenceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
