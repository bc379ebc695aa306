package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Transactions with one Hibernate session each, bound to the thread that runs them. A read never
 * writes: its session is not flushed. It ends with a commit all the same, where the database has a
 * transaction for it at all, since a rollback has H2 forget the statements that the connection has
 * read. A write sends its statements at the end, in batches; what was put into the outbox goes
 * last, when the rows it tells of are written and locked, so that messages of one aggregate get
 * their positions in the order of its commits. A write returns when it is stored for good, and has
 * given back its connection by then.
 */
final class HibernateTransactions implements Transactions, CurrentSession {
  private final SessionFactory sessions;
  private final OutboxTable outbox;
  private final AfterCommit afterCommit;
  private final boolean readsOneByOne;

  /** Of this database: a thread may be busy with another one at the same time. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();

  /**
   * @param readsOneByOne whether the statements of a read are sent with no transaction around them
   */
  HibernateTransactions(
      SessionFactory sessions, OutboxTable outbox, AfterCommit afterCommit, boolean readsOneByOne) {
    this.sessions = sessions;
    this.outbox = outbox;
    this.afterCommit = afterCommit;
    this.readsOneByOne = readsOneByOne;
  }

  /** The transaction that a thread runs. */
  private static final class Running {
    final Session session;
    final boolean writes;
    final List<OutboxTable.Entry> outgoing = new ArrayList<>();
    final Set<Class<?>> changed = new HashSet<>();
    boolean failed;

    /** Whether the connection has been told that each statement is for itself. */
    boolean oneByOne;

    /** Whether the work that runs may have changed something. */
    boolean touched;

    Running(Session session, boolean writes) {
      this.session = session;
      this.writes = writes;
    }

    void commitEachByItself() {
      if (!oneByOne) {
        session.doWork(connection -> connection.setAutoCommit(true));
        oneByOne = true;
      }
    }

    void commitNoMoreByItself() {
      if (oneByOne) {
        oneByOne = false;
        session.doWork(connection -> connection.setAutoCommit(false));
      }
    }
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return run(false, work);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return run(true, work);
  }

  @Override
  public Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    try {
      return Optional.of(write(() -> works.stream().map(this::outcome).toList()));
    } catch (NotTogether e) {
      return Optional.empty();
    } catch (DomainException e) {
      if (e.code() == SharedError.TOO_BUSY) {
        throw e;
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      // What is refused at the end is the doing of one of them, and nobody knows whose.
      if (Failures.isOfTheData(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Supplier<Object> outcome(Supplier<?> work) {
    Running now = current();
    boolean failed = now.failed;
    now.touched = false;
    try {
      Object result = work.get();
      return () -> result;
    } catch (DomainException refusal) {
      if (now.touched) {
        throw new NotTogether(refusal);
      }
      now.failed = failed;
      return () -> {
        throw refusal;
      };
    } catch (RuntimeException e) {
      throw Failures.translated(e) instanceof ConcurrencyConflict conflict
          ? conflict
          : new NotTogether(e);
    }
  }

  /** Of several works one failed when it might have changed something. */
  private static final class NotTogether extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTogether(RuntimeException failure) {
      super(failure.getMessage(), null, false, false);
    }
  }

  @Override
  public void storingTogether(Runnable work) {
    afterCommit.together(work);
  }

  @Override
  public Session reading() {
    Running now = current();
    if (readsOneByOne && !now.writes) {
      now.commitEachByItself();
    }
    return now.session;
  }

  @Override
  public Session writing() {
    return currentWrite().session;
  }

  @Override
  public Set<Class<?>> changed() {
    return currentWrite().changed;
  }

  /** Keeps messages to be stored at the end of the running write transaction. */
  void send(List<OutboxTable.Entry> messages) {
    currentWrite().outgoing.addAll(messages);
  }

  private Running current() {
    Running now = running.get();
    if (now == null) {
      throw new IllegalStateException("no transaction is running");
    }
    return now;
  }

  private Running currentWrite() {
    Running now = current();
    if (!now.writes) {
      throw new IllegalStateException("a write needs a write transaction, not a read");
    }
    now.touched = true;
    return now;
  }

  private <T> T run(boolean writes, Supplier<T> work) {
    Running outer = running.get();
    return outer == null ? begin(writes, work) : join(outer, writes, work);
  }

  /** A part that failed must not be committed, even if the outer work goes on without it. */
  private static <T> T join(Running outer, boolean writes, Supplier<T> work) {
    if (writes && !outer.writes) {
      throw new IllegalStateException("a write can't be part of a read");
    }
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      outer.failed |= !done && writes;
    }
  }

  private <T> T begin(boolean writes, Supplier<T> work) {
    T result;
    boolean sent;
    try (Session session = sessions.openSession()) {
      Running now = new Running(session, writes);
      running.set(now);
      result = writes ? write(now, work) : read(now, work);
      sent = !now.outgoing.isEmpty();
    } catch (RuntimeException e) {
      throw Failures.translated(e);
    } finally {
      running.remove();
    }
    if (writes) {
      afterCommit.committed(sent);
    }
    return result;
  }

  private <T> T read(Running now, Supplier<T> work) {
    now.session.setHibernateFlushMode(FlushMode.MANUAL);
    now.session.setDefaultReadOnly(true);
    return ended(now, work);
  }

  private <T> T write(Running now, Supplier<T> work) {
    return ended(
        now,
        () -> {
          T result = work.get();
          if (now.failed) {
            throw new IllegalStateException("a part of this transaction failed: nothing is kept");
          }
          now.session.flush();
          outbox.insert(now.session, now.outgoing);
          return result;
        });
  }

  /** Commits a work, or rolls it back; of two failures the first is told, the second goes along. */
  private static <T> T ended(Running now, Supplier<T> work) {
    Transaction transaction = now.session.beginTransaction();
    try {
      T result = work.get();
      now.commitNoMoreByItself();
      transaction.commit();
      return result;
    } catch (RuntimeException | Error failure) {
      try {
        if (transaction.isActive()) {
          now.commitNoMoreByItself();
          transaction.rollback();
        }
      } catch (RuntimeException another) {
        failure.addSuppressed(another);
      }
      throw failure;
    }
  }
}
