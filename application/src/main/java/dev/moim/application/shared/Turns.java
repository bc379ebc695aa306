package dev.moim.application.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets works on the same thing follow each other, in the order in which they came: whoever's turn
 * it is does along with the own work those that have come for it meanwhile. It is a courtesy and
 * excludes nobody: who has waited for long goes on without a turn, and so may those of other
 * processes, which is why it asks no {@link Locks}. Of two different things it may make one wait
 * for the other, rarely, which costs a little time. Thread-safe.
 */
final class Turns {
  private static final int LINES = 4_096;

  private final Line[] lines = Stream.generate(Line::new).limit(LINES).toArray(Line[]::new);
  private final Duration patience;
  private final Doing doing;

  /** How works are done; each of several threads does its own. */
  interface Doing {
    <T> T alone(Supplier<T> work);

    /** As {@link Transactions#writeTogether}. */
    Optional<List<Supplier<Object>>> together(List<Supplier<?>> works);
  }

  /**
   * @param patience how long somebody waits for a turn at the most
   */
  Turns(Duration patience, Doing doing) {
    this.patience = patience;
    this.doing = doing;
  }

  /** Has a work done when it is its turn; not to be called within another turn. */
  @SuppressWarnings("unchecked") // what became of a work is a result of its type, or thrown
  <T> T take(Object subject, Supplier<T> work) {
    int hash = subject.hashCode();
    Line line = lines[(hash ^ hash >>> 16) & (LINES - 1)];
    Place mine = new Place(subject, work);
    line.enter(mine);
    if (!hasNews(line, mine)) {
      return doing.alone(work);
    }
    Optional<Supplier<Object>> done = mine.news.join();
    return (T) (done.isPresent() ? done.get().get() : lead(line, mine));
  }

  /** Waits for news, or gives the place up; it can't be given up when others see to the work. */
  private boolean hasNews(Line line, Place mine) {
    try {
      mine.news.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return !line.leave(mine);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !line.leave(mine);
    } catch (ExecutionException e) {
      throw new IllegalStateException("news never fail", e);
    }
  }

  private Object lead(Line line, Place first) {
    try {
      List<Place> others = line.othersFor(first);
      return others.isEmpty() ? doing.alone(first.work) : lead(line, first, others);
    } finally {
      line.callNext();
    }
  }

  private Object lead(Line line, Place first, List<Place> others) {
    Optional<List<Supplier<Object>>> outcomes = together(first, others);
    if (outcomes.isEmpty()) {
      line.putBack(others).forEach(other -> other.tell(() -> doing.alone(other.work)));
      return doing.alone(first.work);
    }
    for (int i = 0; i < others.size(); i++) {
      others.get(i).tell(outcomes.get().get(i + 1));
    }
    return outcomes.get().getFirst().get();
  }

  /** What it fails with, all fail with. */
  private Optional<List<Supplier<Object>>> together(Place first, List<Place> others) {
    try {
      return doing.together(
          Stream.concat(Stream.of(first), others.stream()).<Supplier<?>>map(Place::work).toList());
    } catch (RuntimeException e) {
      others.forEach(other ->
          other.tell(() -> {
            throw e;
          }));
      throw e;
    } catch (Error e) {
      others.forEach(other ->
          other.tell(() -> {
            throw e;
          }));
      throw e;
    }
  }

  /** Somebody in a line. */
  private static final class Place {
    private final Object subject;
    private final Supplier<?> work;

    /** What became of the work, which another one has done; empty: it is this one's turn. */
    private final CompletableFuture<Optional<Supplier<Object>>> news = new CompletableFuture<>();

    /** Whether the work was tried together with others in vain; guarded by the line. */
    private boolean alone;

    /** Whether it was waited for long enough; guarded by the line. */
    private boolean impatient;

    Place(Object subject, Supplier<?> work) {
      this.subject = subject;
      this.work = work;
    }

    Supplier<?> work() {
      return work;
    }

    void call() {
      news.complete(Optional.empty());
    }

    void tell(Supplier<Object> outcome) {
      news.complete(Optional.of(outcome));
    }
  }

  /** Those who wait while somebody has the turn. */
  private static final class Line {
    private final Deque<Place> waiting = new ArrayDeque<>(1);
    private boolean taken;

    synchronized void enter(Place place) {
      if (taken) {
        waiting.add(place);
      } else {
        taken = true;
        place.call();
      }
    }

    /** Returns whether the place was still waiting; otherwise it does not wait once more. */
    synchronized boolean leave(Place place) {
      place.impatient = true;
      return waiting.remove(place);
    }

    /** Takes those out of the line who follow, and whose works can be tried with the first's. */
    synchronized List<Place> othersFor(Place first) {
      List<Place> others = new ArrayList<>();
      Place next = waiting.peek();
      while (next != null
          && others.size() < Transactions.MOST_TOGETHER - 1
          && !first.alone
          && !next.alone
          && next.subject.equals(first.subject)) {
        others.add(waiting.remove());
        next = waiting.peek();
      }
      return others;
    }

    /**
     * Puts them where they were, each for itself; returns those who have waited for long and are
     * not put back.
     */
    synchronized List<Place> putBack(List<Place> others) {
      others.forEach(other -> other.alone = true);
      others.reversed().stream().filter(other -> !other.impatient).forEach(waiting::addFirst);
      return others.stream().filter(other -> other.impatient).toList();
    }

    synchronized void callNext() {
      Place next = waiting.poll();
      if (next == null) {
        taken = false;
      } else {
        next.call();
      }
    }
  }
}
