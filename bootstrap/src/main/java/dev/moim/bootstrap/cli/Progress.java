package dev.moim.bootstrap.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells somebody at a terminal that long work goes on; says nothing otherwise, or if it is short.
 */
final class Progress {
  private static final int QUIET_SECONDS = 2;

  private final ScheduledExecutorService ticks;
  private final int people;
  private final PrintWriter err;
  private int seconds = QUIET_SECONDS;

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
  private Progress(int people, PrintWriter err) {
    this.people = people;
    this.err = err;
    this.ticks = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    ticks.scheduleAtFixedRate(this::tick, QUIET_SECONDS, 1, TimeUnit.SECONDS);
  }

  /** Does the work, and says once a second that it goes on. */
  static <T> T during(Supplier<T> work, int people, PrintWriter err) {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
      return work.get();
    }
    var progress = new Progress(people, err);
    try {
      return work.get();
    } finally {
      progress.end();
    }
  }

  private synchronized void tick() {
    if (!ticks.isShutdown()) {
      err.printf("\rmatching %,d people: %d s ", people, seconds++);
      err.flush();
    }
  }

  private synchronized void end() {
    ticks.shutdownNow();
    if (seconds > QUIET_SECONDS) {
      err.print("\r" + " ".repeat(60) + "\r");
    }
  }
}
