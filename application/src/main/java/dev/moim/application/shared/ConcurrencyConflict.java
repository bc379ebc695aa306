package dev.moim.application.shared;

/** Somebody else changed the same at the same time; the work may succeed when tried again. */
public final class ConcurrencyConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConcurrencyConflict(String message) {
    super(message, null, false, false);
  }

  public ConcurrencyConflict(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
