package dev.moim.testkit.shared;

import dev.moim.application.shared.Transactions;
import java.util.function.Supplier;

/** Transactions before which something happens: between what was decided and what is stored. */
public final class DisturbedTransactions implements Transactions {
  private final Transactions transactions;
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private volatile Runnable disturbance = () -> {};

  public DisturbedTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  /** From now on this happens before each write that is not part of another. */
  public void disturb(Runnable what) {
    disturbance = what;
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return inside.get() ? transactions.read(work) : within(() -> transactions.read(work));
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (inside.get()) {
      return transactions.write(work);
    }
    disturbance.run();
    return within(() -> transactions.write(work));
  }

  private <T> T within(Supplier<T> work) {
    inside.set(true);
    try {
      return work.get();
    } finally {
      inside.remove();
    }
  }
}
