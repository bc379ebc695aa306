package dev.moim.application.shared;

import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries an outermost write again when it lost a race, within the bounds of a {@link RetryPolicy};
 * the one place where that is done. When the last attempt fails the caller is refused with
 * TOO_BUSY, never with an unknown error. Works on the same subject follow each other, so that they
 * lose no races but to other processes and to other use cases.
 */
public final class RetryingTransactions implements Transactions {
  /** How long a work waits at the most for others on the same subject. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

  /** How often several works are tried together before each is tried alone. */
  private static final int ATTEMPTS_TOGETHER = 3;

  /**
   * How often a lock that was waited for in vain is waited for again: each time takes seconds, and
   * a connection.
   */
  private static final int MOST_IN_VAIN = 2;

  private final Transactions transactions;
  private final RetryPolicy policy;
  private final Randomness randomness;
  private final Pause pause;
  private final Turns turns =
      new Turns(
          LONGEST_TURN,
          new Turns.Doing() {
            @Override
            public <T> T alone(Supplier<T> work) {
              return write(work);
            }

            @Override
            public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
              return writeTogether(works);
            }
          });
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

  public RetryingTransactions(
      Transactions transactions, RetryPolicy policy, Randomness randomness, Pause pause) {
    this.transactions = transactions;
    this.policy = policy;
    this.randomness = randomness;
    this.pause = pause;
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return inside.get() ? transactions.read(work) : once(() -> transactions.read(work));
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return inside.get() ? transactions.write(work) : settled(() -> transactions.write(work));
  }

  private <T> T settled(Supplier<T> write) {
    int inVain = 0;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(write);
      } catch (ConcurrencyConflict conflict) {
        inVain += conflict.hasWaitedInVain() ? 1 : 0;
        if (attempt >= policy.attempts() || inVain > MOST_IN_VAIN) {
          throw SharedError.TOO_BUSY.because("attempts", attempt);
        }
        pause.of(policy.pauseAfter(attempt, randomness));
      }
    }
  }

  /**
   * What loses races to another process again and again is given up, too: each alone is done sooner
   * than all together, and loses less. So is at once what has waited for a lock in vain: it is one
   * of them that needs the lock, and the others need not wait along with it any longer.
   */
  @Override
  public Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    if (inside.get()) {
      return transactions.writeTogether(works);
    }
    for (int attempt = 1; attempt <= ATTEMPTS_TOGETHER; attempt++) {
      try {
        return once(() -> transactions.writeTogether(works));
      } catch (ConcurrencyConflict conflict) {
        if (conflict.hasWaitedInVain()) {
          return Optional.empty();
        }
        pause.of(policy.pauseAfter(attempt, randomness));
      }
    }
    return Optional.empty();
  }

  @Override
  public void storingTogether(Runnable work) {
    transactions.storingTogether(work);
  }

  /**
   * A turn is waited for with no connection in hand, and kept until the work is done. Those that
   * wait for it are done along with it, in one transaction.
   */
  @Override
  public <T> T writeTo(Object subject, Supplier<T> work) {
    return inside.get() ? transactions.write(work) : turns.take(subject, work);
  }

  private <T> T once(Supplier<T> work) {
    inside.set(true);
    try {
      return work.get();
    } finally {
      inside.remove();
    }
  }
}
