package dev.moim.application.shared;

import java.util.function.Supplier;

/**
 * Units of work on the store. A write is all or nothing: a work that throws leaves no trace. Within
 * a running transaction of the same thread the work joins it. Implementations are thread-safe; a
 * transaction belongs to the thread that runs it.
 *
 * <p>What stale versions and lost races raise is a {@link ConcurrencyConflict}; {@link
 * RetryingTransactions} tries again after one, so a work must be repeatable: it reads what it
 * changes, and has no effect outside the store.
 */
public interface Transactions {
  /**
   * Runs a work that only reads, on one consistent connection. A write within it is refused with an
   * {@link IllegalStateException}; a read within a write sees the changes made so far.
   */
  <T> T read(Supplier<T> work);

  /**
   * Runs a work that changes something.
   *
   * @throws ConcurrencyConflict if others changed the same at the same time
   */
  <T> T write(Supplier<T> work);

  /** As {@link #write(Supplier)}, for a work without a result. */
  default void writeOnly(Runnable work) {
    write(() -> {
      work.run();
      return Boolean.TRUE;
    });
  }
}
