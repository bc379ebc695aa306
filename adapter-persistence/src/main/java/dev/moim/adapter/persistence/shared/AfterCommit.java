package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.OutboxSignal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens between the commit of a write and its end: it is made sure that it outlives the
 * process, and then the relay is told if there are messages. A thread that writes one thing after
 * the other may have that done for several of its commits at once. Thread-safe.
 */
final class AfterCommit {
  private static final System.Logger LOG = System.getLogger(AfterCommit.class.getName());

  /** So many commits of a thread are made sure of together at the most; nobody is told before. */
  static final int MOST = 10;

  private final Durability durability;
  private final Supplier<Optional<OutboxSignal>> signal;

  /** Of this database: a thread may be busy with another one at the same time. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Together> together = new ThreadLocal<>();

  AfterCommit(Durability durability, Supplier<Optional<OutboxSignal>> signal) {
    this.durability = durability;
    this.signal = signal;
  }

  /** The commits of a thread that are not made sure of yet. */
  private static final class Together {
    int commits;
    boolean messages;
  }

  /**
   * Called when the calling thread has committed, and given back its connection.
   *
   * @param messages whether it has put any into the outbox
   */
  void committed(boolean messages) {
    Together open = together.get();
    if (open == null) {
      store(messages);
      return;
    }
    open.commits++;
    open.messages |= messages;
    if (open.commits == MOST) {
      store(open);
    }
  }

  /** Runs a work whose commits are made sure of together, at the latest when it ends. */
  void together(Runnable work) {
    if (together.get() != null) {
      work.run();
      return;
    }
    Together open = new Together();
    together.set(open);
    try {
      work.run();
    } finally {
      together.remove();
      store(open);
    }
  }

  private void store(Together open) {
    if (open.commits > 0) {
      open.commits = 0;
      boolean messages = open.messages;
      open.messages = false;
      store(messages);
    }
  }

  private void store(boolean messages) {
    durability.await();
    if (messages) {
      raiseSignal();
    }
  }

  /** The commit stands, whatever becomes of the hint. */
  private void raiseSignal() {
    try {
      signal.get().ifPresent(OutboxSignal::raised);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The outbox's signal was lost", e);
    }
  }
}
