package dev.moim.application.shared;

/** Somebody else changed the same at the same time; the work may succeed when tried again. */
public final class ConcurrencyConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean waitedInVain;

  public ConcurrencyConflict(String message) {
    super(message, null, false, false);
    waitedInVain = false;
  }

  public ConcurrencyConflict(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param waitedInVain see {@link #hasWaitedInVain}
   */
  public ConcurrencyConflict(String message, Throwable cause, boolean waitedInVain) {
    super(message, cause, false, false);
    this.waitedInVain = waitedInVain;
  }

  /**
   * Whether the other one was waited for, seconds and as long as the store waits at all; other
   * conflicts come at once.
   */
  public boolean hasWaitedInVain() {
    return waitedInVain;
  }
}
