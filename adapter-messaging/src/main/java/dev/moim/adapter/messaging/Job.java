package dev.moim.adapter.messaging;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Something to be done again and again.
 *
 * @param name stable: under it the database remembers when the job is due
 * @param delay from the end of one run to the start of the next
 */
record Job(String name, Duration delay, Work work) {
  /** What a job does in one run. */
  @FunctionalInterface
  interface Work {
    /**
     * @param goOn whether there is time for another part of the work; not while the program stops
     */
    void run(BooleanSupplier goOn);
  }
}
