package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.Transactions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * The ways on which messages come to a consumer: those with the same key one after the other, in
 * the order in which they came, and different keys at the same time. Each lane with something in it
 * has a thread. Thread-safe.
 *
 * <p>Each key has a lane of its own. Where messages can be handled together, they first come into
 * one of a few shared lanes, each for a part of the keys, which takes several at a time. What is
 * not done that way goes on in the lane of its key, and those with that key follow it there until
 * that lane is empty, so that the order of each key holds.
 */
final class Lanes {
  /** More than one, since one alone waits for the store most of the time. */
  static final int SHARED = 4;

  /** What is done with messages; throws nothing. */
  interface Handling {
    /** Tries until the message is done with. */
    void alone(OutboxMessage message);

    /** Tries once to handle all of them or none; returns whether that was done. */
    boolean together(List<OutboxMessage> messages);
  }

  /** A lane of many keys. */
  private static final class Shared {
    private final Queue<OutboxMessage> waiting = new ArrayDeque<>();
    private boolean followed;
  }

  private final Executor threads;
  private final Handling handling;

  /** Empty where nothing is handled together. */
  private final List<Shared> shared;

  /** What waits in the lanes of keys; one that is there is followed. */
  private final Map<String, Queue<OutboxMessage>> own = new HashMap<>();

  /**
   * @param threads starts a thread for each lane
   * @param together whether messages may be handled together
   */
  Lanes(Executor threads, Handling handling, boolean together) {
    this.threads = threads;
    this.handling = handling;
    shared = Stream.generate(Shared::new).limit(together ? SHARED : 0).toList();
  }

  synchronized void add(OutboxMessage message) {
    if (shared.isEmpty()) {
      addToOwn(message);
    } else {
      // The same for the same key, in every process, so that two of them write in one order.
      addTo(shared.get(Math.floorMod(message.key().hashCode(), SHARED)), message);
    }
  }

  private synchronized void addTo(Shared lane, OutboxMessage message) {
    if (!lane.followed) {
      threads.execute(() -> follow(lane));
      lane.followed = true;
    }
    lane.waiting.add(message);
  }

  private synchronized void addToOwn(OutboxMessage message) {
    String key = message.key();
    if (!own.containsKey(key)) {
      threads.execute(() -> follow(key));
    }
    own.computeIfAbsent(key, k -> new ArrayDeque<>()).add(message);
  }

  private void follow(Shared lane) {
    try {
      for (List<OutboxMessage> next = nextOf(lane); !next.isEmpty(); next = nextOf(lane)) {
        if (!handling.together(next)) {
          next.forEach(this::addToOwn);
        }
      }
    } catch (RejectedExecutionException e) {
      // No thread starts any more: the relay is being stopped, and leaves what it has.
    }
  }

  private synchronized List<OutboxMessage> nextOf(Shared lane) {
    List<OutboxMessage> next = new ArrayList<>();
    while (next.size() < Transactions.MOST_TOGETHER && !lane.waiting.isEmpty()) {
      OutboxMessage first = lane.waiting.remove();
      if (own.containsKey(first.key())) {
        addToOwn(first);
      } else {
        next.add(first);
      }
    }
    lane.followed = !next.isEmpty();
    return next;
  }

  /** The first goes alone, since it has failed among others; those behind it may go together. */
  private void follow(String key) {
    int most = 1;
    for (List<OutboxMessage> next = nextOf(key, most); !next.isEmpty(); next = nextOf(key, most)) {
      if (next.size() == 1 || !handling.together(next)) {
        next.forEach(handling::alone);
      }
      most = shared.isEmpty() ? 1 : Transactions.MOST_TOGETHER;
    }
  }

  private synchronized List<OutboxMessage> nextOf(String key, int most) {
    Queue<OutboxMessage> lane = own.getOrDefault(key, new ArrayDeque<>());
    List<OutboxMessage> next = new ArrayList<>();
    while (next.size() < most && !lane.isEmpty()) {
      next.add(lane.remove());
    }
    if (next.isEmpty()) {
      own.remove(key);
    }
    return next;
  }
}
