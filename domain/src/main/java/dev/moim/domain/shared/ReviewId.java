package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a review; a time-ordered UUID (version 7). */
public record ReviewId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
