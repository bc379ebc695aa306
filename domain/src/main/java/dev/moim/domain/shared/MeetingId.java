package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a meeting; a time-ordered UUID (version 7). */
public record MeetingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
