package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a member; a time-ordered UUID (version 7). */
public record MemberId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
