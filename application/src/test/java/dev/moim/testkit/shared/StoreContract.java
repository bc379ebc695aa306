package dev.moim.testkit.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Transactions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What the contracts of all stores have in common. Each test starts with an empty store: who runs a
 * contract empties it before. Objects of other contexts are named by id only and need not exist.
 */
public abstract class StoreContract {
  private static final int ATTEMPTS = 1_000;
  private static final long OVERLAP_MILLIS = 300;

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

  /**
   * As many writes at once, each of which holds its changes back from the commit until all have
   * made theirs. Where the store itself holds the others back, waiting for them ends after a
   * moment.
   */
  protected final <T> List<Race.Outcome<T>> overlapping(int works, IntFunction<T> work) {
    CountDownLatch changed = new CountDownLatch(works);
    return Race.of(works, i -> write(() -> meeting(changed, work.apply(i))));
  }

  /** As {@link #overlapping}; whoever loses tries again, as use cases do it. */
  protected final <T> List<Race.Outcome<T>> overlappingUntilSettled(
      int works, IntFunction<T> work) {
    CountDownLatch changed = new CountDownLatch(works);
    return Race.of(
        works,
        i -> {
          AtomicBoolean first = new AtomicBoolean(true);
          return settle(() -> {
            boolean meets = first.getAndSet(false);
            T result = work.apply(i);
            return meets ? meeting(changed, result) : result;
          });
        });
  }

  private static <T> T meeting(CountDownLatch changed, T result) {
    changed.countDown();
    try {
      if (!changed.await(OVERLAP_MILLIS, TimeUnit.MILLISECONDS)) {
        return result;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return result;
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
