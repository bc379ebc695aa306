package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works on messages with the same key one after the other, in the order in which they came, and on
 * different keys at the same time: each key with something to do has a thread. Thread-safe.
 */
final class Lanes {
  private final Map<String, Queue<OutboxMessage>> waiting = new HashMap<>();
  private final Executor threads;
  private final Consumer<OutboxMessage> work;

  /**
   * @param threads starts a thread for each lane
   * @param work what to do with each message; throws nothing
   */
  Lanes(Executor threads, Consumer<OutboxMessage> work) {
    this.threads = threads;
    this.work = work;
  }

  void add(OutboxMessage message) {
    synchronized (waiting) {
      if (addBehindOthers(message)) {
        return;
      }
      waiting.put(message.key(), new ArrayDeque<>());
    }
    try {
      threads.execute(() -> follow(message));
    } catch (RuntimeException | Error e) {
      synchronized (waiting) {
        waiting.remove(message.key());
      }
      throw e;
    }
  }

  /** Adds a message if there is another one with its key; returns whether there was. */
  boolean addBehindOthers(OutboxMessage message) {
    synchronized (waiting) {
      Queue<OutboxMessage> lane = waiting.get(message.key());
      return lane != null && lane.add(message);
    }
  }

  private void follow(OutboxMessage first) {
    for (OutboxMessage next = first; next != null; next = nextOf(first.key())) {
      work.accept(next);
    }
  }

  private @Nullable OutboxMessage nextOf(String key) {
    synchronized (waiting) {
      Queue<OutboxMessage> lane = waiting.get(key);
      OutboxMessage next = lane == null ? null : lane.poll();
      if (next == null) {
        waiting.remove(key);
      }
      return next;
    }
  }
}
