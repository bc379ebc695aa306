package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Works on messages of many keys in the order in which they came, several at a time. What is not
 * done that way goes on in the lane of its key, and those with that key follow it there until the
 * lane is empty, so that the order of each key holds. Thread-safe.
 */
final class SharedLane {
  /** So many are worked on at a time at the most. */
  static final int MOST = 20;

  private final Queue<OutboxMessage> waiting = new ArrayDeque<>();
  private final Executor threads;
  private final Predicate<List<OutboxMessage>> work;
  private final Lanes lanes;
  private boolean followed;

  /**
   * @param threads starts a thread while there is something to do
   * @param work what to do with some messages, all or none of them; returns whether it was done,
   *     and throws nothing
   * @param lanes where those go on that are not done
   */
  SharedLane(Executor threads, Predicate<List<OutboxMessage>> work, Lanes lanes) {
    this.threads = threads;
    this.work = work;
    this.lanes = lanes;
  }

  void add(OutboxMessage message) {
    synchronized (waiting) {
      waiting.add(message);
      if (followed) {
        return;
      }
      followed = true;
    }
    try {
      threads.execute(this::follow);
    } catch (RuntimeException | Error e) {
      synchronized (waiting) {
        followed = false;
      }
      throw e;
    }
  }

  private void follow() {
    try {
      for (List<OutboxMessage> next = next(); !next.isEmpty(); next = next()) {
        if (!work.test(next)) {
          next.forEach(lanes::add);
        }
      }
    } catch (RejectedExecutionException e) {
      // No lane begins any more: the relay is being stopped, and leaves what it has.
    }
  }

  private List<OutboxMessage> next() {
    synchronized (waiting) {
      List<OutboxMessage> next = new ArrayList<>();
      while (next.size() < MOST && !waiting.isEmpty()) {
        OutboxMessage first = waiting.remove();
        if (!lanes.addBehindOthers(first)) {
          next.add(first);
        }
      }
      followed = !next.isEmpty();
      return next;
    }
  }
}
