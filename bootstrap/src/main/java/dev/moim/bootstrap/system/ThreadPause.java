package dev.moim.bootstrap.system;

import dev.moim.application.shared.Pause;
import java.time.Duration;

/** Lets the thread sleep; a virtual one frees its carrier meanwhile. */
final class ThreadPause implements Pause {
  @Override
  public void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
