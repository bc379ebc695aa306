package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a session, from sign-in to sign-out; a time-ordered UUID (version 7). */
public record SessionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
