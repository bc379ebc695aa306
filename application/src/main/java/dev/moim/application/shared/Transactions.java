package dev.moim.application.shared;

import java.util.List;
import java.util.Optional;
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
   * How many works those who gather them give to {@link #writeTogether} at the most: more would
   * save little, and a transaction is in the way of others for as long as it takes.
   */
  int MOST_TOGETHER = 20;

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

  /**
   * Runs a work of many writes, each of which commits for itself as ever; only that they outlive
   * the end of the process is made sure of for several of them at once, and at the latest when this
   * returns or throws. Of what is not made sure of yet nobody is told, but others may see it. For a
   * thread that would wait for a storing after each of its writes otherwise.
   */
  default void storingTogether(Runnable work) {
    work.run();
  }

  /**
   * As {@link #write(Supplier)}, for a work of which it is known beforehand that many may do the
   * same to one thing at once, such as a room, or add to it, such as a pool. Those of one process
   * may be made to follow each other, where they would only lose races, and be written together, by
   * the thread of one of them; nothing relies on it.
   *
   * @param subject the identifier of the thing
   */
  default <T> T writeTo(Object subject, Supplier<T> work) {
    return write(work);
  }

  /**
   * Runs works one after the other in one transaction, so that each sees what those before it have
   * done. A work that is refused before it has changed anything leaves the others alone; if one
   * fails in another way, or their store can't tell, nothing is kept, and nobody need be told.
   *
   * @return what became of each, in their order: suppliers of its result, or of its refusal, which
   *     they throw; empty if nothing was kept, and each is to be tried for itself
   * @throws ConcurrencyConflict if others changed the same at the same time: nothing was kept
   */
  default Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    return Optional.empty();
  }

  /** As {@link #write(Supplier)}, for a work without a result. */
  default void writeOnly(Runnable work) {
    write(() -> {
      work.run();
      return Boolean.TRUE;
    });
  }
}
