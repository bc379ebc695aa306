package dev.moim.bootstrap.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells somebody at a terminal once a second, until it is closed, that long work goes on; says
 * nothing otherwise, or if the work is short.
 */
final class Progress implements AutoCloseable {
  private static final int QUIET_SECONDS = 2;

  private final Optional<ScheduledExecutorService> ticks;
  private final Supplier<String> work;
  private final PrintWriter err;
  private int seconds = QUIET_SECONDS;

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
  private Progress(Supplier<String> work, PrintWriter err, boolean isWatched) {
    this.work = work;
    this.err = err;
    this.ticks =
        isWatched
            ? Optional.of(
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory()))
            : Optional.empty();
    ticks.ifPresent(
        each -> each.scheduleAtFixedRate(this::tick, QUIET_SECONDS, 1, TimeUnit.SECONDS));
  }

  /**
   * @param work what goes on, such as "matching 1,000 people"
   */
  static Progress of(String work, PrintWriter err) {
    return of(() -> work, err);
  }

  /**
   * @param work what goes on at the moment; asked by another thread
   */
  static Progress of(Supplier<String> work, PrintWriter err) {
    return new Progress(work, err, isWatched());
  }

  /** The script that starts Moim knows; without it, only of both outputs together can be told. */
  private static boolean isWatched() {
    return Boolean.getBoolean("stderr.terminal")
        || Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private synchronized void tick() {
    if (ticks.stream().noneMatch(ScheduledExecutorService::isShutdown)) {
      err.printf("\r%s: %d s ", work.get(), seconds++);
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    ticks.ifPresent(ScheduledExecutorService::shutdownNow);
    if (seconds > QUIET_SECONDS) {
      err.print("\r" + " ".repeat(60) + "\r");
      err.flush();
    }
  }
}
