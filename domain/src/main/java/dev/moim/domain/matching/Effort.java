package dev.moim.domain.matching;

/**
 * A budget of work, counted in steps of about the same length, so that results never depend on a
 * clock.
 */
final class Effort {
  private long left;

  Effort(long steps) {
    left = steps;
  }

  /** Takes steps from the budget, which may become overdrawn. */
  void spend(long steps) {
    left -= steps;
  }

  boolean isExhausted() {
    return left <= 0;
  }
}
