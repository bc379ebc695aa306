package dev.moim.bootstrap.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells somebody at a terminal that long work goes on; says nothing otherwise, or if it is short. */
final class Progress implements AutoCloseable {
  private static final int QUIET_SECONDS = 2;

  private final ScheduledExecutorService ticks;
  private final PrintWriter err;
  private int seconds = QUIET_SECONDS;

  private Progress(PrintWriter err) {
    this.err = err;
    this.ticks = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  }

  static Progress start(int people, PrintWriter err) {
    var progress = new Progress(err);
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      var unused =
          progress.ticks.scheduleAtFixedRate(
              () -> progress.tick(people), QUIET_SECONDS, 1, TimeUnit.SECONDS);
    }
    return progress;
  }

  private synchronized void tick(int people) {
    err.printf("\rmatching %,d people: %d s ", people, seconds++);
    err.flush();
  }

  @Override
  public synchronized void close() {
    ticks.shutdownNow();
    if (seconds > QUIET_SECONDS) {
      err.print("\r" + " ".repeat(60) + "\r");
    }
  }
}
