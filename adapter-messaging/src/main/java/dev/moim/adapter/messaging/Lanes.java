package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Works on messages with the same key one after the other, in the order in which they came, and on
 * different keys at the same time: each key with something to do has a thread. Where messages can
 * be worked on together, those that wait behind the first are. Thread-safe.
 */
final class Lanes {
  private final Map<String, Queue<OutboxMessage>> waiting = new HashMap<>();
  private final Executor threads;
  private final Consumer<OutboxMessage> alone;
  private final Optional<Predicate<List<OutboxMessage>>> together;

  /**
   * @param threads starts a thread for each lane
   * @param alone what to do with each message; throws nothing
   * @param together what to do first with some, all or none of them, if anything; returns whether
   *     it was done, and throws nothing
   */
  Lanes(
      Executor threads,
      Consumer<OutboxMessage> alone,
      Optional<Predicate<List<OutboxMessage>>> together) {
    this.threads = threads;
    this.alone = alone;
    this.together = together;
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
    for (List<OutboxMessage> next = List.of(first); !next.isEmpty(); next = nextOf(first.key())) {
      List<OutboxMessage> some = next;
      if (some.size() == 1 || together.filter(way -> way.test(some)).isEmpty()) {
        some.forEach(alone);
      }
    }
  }

  private List<OutboxMessage> nextOf(String key) {
    int most = together.isPresent() ? SharedLane.MOST : 1;
    synchronized (waiting) {
      List<OutboxMessage> next = new ArrayList<>();
      Queue<OutboxMessage> lane = waiting.getOrDefault(key, new ArrayDeque<>());
      while (next.size() < most && !lane.isEmpty()) {
        next.add(lane.remove());
      }
      if (next.isEmpty()) {
        waiting.remove(key);
      }
      return next;
    }
  }
}
