package dev.moim.testkit.shared;

import dev.moim.application.shared.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Transactions on an {@link InMemoryStore}; they try once, as those of an adapter do. */
public final class InMemoryTransactions implements Transactions {
  private final InMemoryStore store;

  public InMemoryTransactions(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return store.read(work);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }

  @Override
  public Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    return store.writeTogether(works);
  }
}
