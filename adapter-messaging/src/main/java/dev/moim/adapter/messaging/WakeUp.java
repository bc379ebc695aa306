package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxSignal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay. Raising never blocks; however often it is raised, the relay wakes once. */
final class WakeUp implements OutboxSignal {
  private final Semaphore signals = new Semaphore(0);

  @Override
  public void raised() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }

  /**
   * Waits until it is raised, at most that long; once raised before counts.
   *
   * @return whether it was raised
   */
  boolean await(Duration most) throws InterruptedException {
    boolean wasRaised = signals.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    if (wasRaised) {
      signals.drainPermits();
    }
    return wasRaised;
  }
}
