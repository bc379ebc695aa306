package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a match request; a time-ordered UUID (version 7). */
public record MatchRequestId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
