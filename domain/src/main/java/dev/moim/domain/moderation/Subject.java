package dev.moim.domain.moderation;

import java.util.UUID;

/**
 * What a report is about.
 *
 * @param kind name of a kind of content, such as {@code ROOM}; at most 20 characters
 * @param id identifies it among those of its kind
 */
public record Subject(String kind, UUID id) {
  public Subject {
    if (!kind.matches("[A-Z][A-Z_]{0,19}")) {
      throw new IllegalArgumentException("no kind of content is called so");
    }
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
