package dev.moim.application.shared;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1–100 items
 * @param after the position where the last page ended; empty for the first page
 */
public record PageRequest(int limit, Optional<Position> after) {
  public static final int MOST = 100;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to 100 items: " + limit);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}
