package dev.moim.adapter.messaging;

import dev.moim.application.shared.Transactions;
import java.util.function.Supplier;

/** Transactions as a process has them: when it crashes, none begins and none commits any more. */
final class CrashingTransactions implements Transactions {
  private final Transactions transactions;
  private volatile boolean crashed;

  CrashingTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  void crash() {
    crashed = true;
  }

  void recover() {
    crashed = false;
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.read(() -> alive(work));
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return transactions.write(() -> alive(work));
  }

  private <T> T alive(Supplier<T> work) {
    refuseIfCrashed();
    T result = work.get();
    refuseIfCrashed();
    return result;
  }

  private void refuseIfCrashed() {
    if (crashed) {
      throw new IllegalStateException("the process is gone");
    }
  }
}
