package dev.moim.adapter.messaging;

import dev.moim.application.shared.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Transactions as a process has them: when it crashes, none begins and none commits any more. */
final class CrashingTransactions implements Transactions {
  private final Transactions transactions;
  private final Queue<String> refusedReads = new ConcurrentLinkedQueue<>();
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

  /** How often threads whose name begins so were refused a read. */
  long refusedReads(String threads) {
    return refusedReads.stream().filter(name -> name.startsWith(threads)).count();
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.read(() -> {
      if (crashed) {
        refusedReads.add(Thread.currentThread().getName());
      }
      return alive(work);
    });
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return transactions.write(() -> alive(work));
  }

  @Override
  public Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    return transactions.writeTogether(
        works.stream().<Supplier<?>>map(work -> () -> alive(work)).toList());
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
