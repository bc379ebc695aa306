package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a comment in a room; a time-ordered UUID (version 7). */
public record CommentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
