package dev.moim.adapter.messaging;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Something that runs while the application does: started after everything else and stopped before
 * it. Each start makes a new run, so that it can be started again after a stop.
 */
final class Restartable implements SmartLifecycle {
  /** A run that has begun. */
  @FunctionalInterface
  interface Running {
    /** Ends the run; blocks until it has ended, for a bounded time. */
    void stop();
  }

  private final Supplier<Running> starter;
  private Optional<Running> running = Optional.empty();

  Restartable(Supplier<Running> starter) {
    this.starter = starter;
  }

  @Override
  public synchronized void start() {
    if (running.isEmpty()) {
      running = Optional.of(starter.get());
    }
  }

  @Override
  public synchronized void stop() {
    running.ifPresent(Running::stop);
    running = Optional.empty();
  }

  @Override
  public synchronized boolean isRunning() {
    return running.isPresent();
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
