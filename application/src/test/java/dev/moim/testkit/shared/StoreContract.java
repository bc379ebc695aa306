package dev.moim.testkit.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Transactions;
import java.util.function.Supplier;

/**
 * What the contracts of all stores have in common. Each test starts with an empty store: who runs a
 * contract empties it before. Objects of other contexts are named by id only and need not exist.
 */
public abstract class StoreContract {
  private static final int ATTEMPTS = 1_000;

  /** The transactions themselves, which try once; not those that try again. */
  protected abstract Transactions transactions();

  protected final <T> T read(Supplier<T> work) {
    return transactions().read(work);
  }

  protected final <T> T write(Supplier<T> work) {
    return transactions().write(work);
  }

  protected final void change(Runnable work) {
    transactions().writeOnly(work);
  }

  /** A write that is tried again after each lost race, as use cases do it. */
  protected final <T> T settle(Supplier<T> work) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return write(work);
      } catch (ConcurrencyConflict lost) {
        Thread.onSpinWait();
      }
    }
    return write(work);
  }

  /** A write that comes to its end and then fails. */
  protected final void changeAndFail(Runnable work) {
    try {
      change(() -> {
        work.run();
        throw new Failure();
      });
    } catch (Failure expected) {
      return;
    }
    throw new AssertionError("what a work throws must come out");
  }

  /** What a test throws where it wants a transaction to fail. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
