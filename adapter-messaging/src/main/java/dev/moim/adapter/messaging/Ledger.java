package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which consumer has been given which messages, and what all of them have handled.
 *
 * <p>A consumer's progress is the newest position it was given and the positions it has in flight.
 * Everything else up to the newest is done, except for the <em>gaps</em>: positions that were
 * missing when a greater one was read. The transaction that took one may still commit (or was
 * rolled back, and never will), so gaps are looked at again, until they are older than any
 * transaction and every consumer has read past them. A message that comes even later is found by
 * {@link #overlooked}.
 *
 * <p>Thread-safe. Its memory is bounded by what is in flight, what waits for removal, and the gaps.
 */
final class Ledger {
  /** Positions from a gap's key to {@code last}, both missing. */
  record Gap(long last, Instant noticedAt) {}

  private final long[] newest;
  private final List<Set<Long>> inFlight;
  private final NavigableMap<Long, Gap> gaps = new TreeMap<>();
  private final Set<UUID> handled = new LinkedHashSet<>();

  Ledger(int consumers) {
    newest = new long[consumers];
    inFlight = IntStream.range(0, consumers).<Set<Long>>mapToObj(c -> new HashSet<>()).toList();
  }

  synchronized long newest(int consumer) {
    return newest[consumer];
  }

  synchronized int inFlight(int consumer) {
    return inFlight.get(consumer).size();
  }

  synchronized NavigableMap<Long, Gap> gaps() {
    return new TreeMap<>(gaps);
  }

  /**
   * Notes what was read and returns what each consumer is to be given now, in order.
   *
   * @param pages for each consumer what follows its newest position, in order; maybe nothing
   * @param lookedBack what was read after the pages from the gaps' positions on
   */
  synchronized List<List<OutboxMessage>> take(
      List<List<OutboxMessage>> pages, List<OutboxMessage> lookedBack, Instant now) {
    List<List<OutboxMessage>> given = noneForEach();
    for (int consumer = 0; consumer < newest.length; consumer++) {
      for (OutboxMessage message : pages.get(consumer)) {
        if (message.position() > newest[consumer]) {
          takeLate(message, given);
          noteGapBefore(message.position(), now);
          newest[consumer] = message.position();
          give(consumer, message, given);
        }
      }
    }
    lookedBack.forEach(message -> takeLate(message, given));
    given.forEach(messages -> messages.sort(Comparator.comparingLong(OutboxMessage::position)));
    return given;
  }

  private void noteGapBefore(long position, Instant now) {
    long greatest = Arrays.stream(newest).max().orElseThrow();
    if (position > greatest + 1) {
      gaps.put(greatest + 1, new Gap(position - 1, now));
    }
  }

  /** Gives a message that fills a gap to everybody who has read past it. */
  private void takeLate(OutboxMessage message, List<List<OutboxMessage>> given) {
    long position = message.position();
    Map.Entry<Long, Gap> entry = gaps.floorEntry(position);
    if (entry == null || entry.getValue().last() < position) {
      return;
    }
    gaps.remove(entry.getKey());
    Gap gap = entry.getValue();
    if (entry.getKey() < position) {
      gaps.put(entry.getKey(), new Gap(position - 1, gap.noticedAt()));
    }
    if (position < gap.last()) {
      gaps.put(position + 1, gap);
    }
    for (int consumer = 0; consumer < newest.length; consumer++) {
      if (newest[consumer] >= position) {
        give(consumer, message, given);
      }
    }
  }

  private void give(int consumer, OutboxMessage message, List<List<OutboxMessage>> given) {
    inFlight.get(consumer).add(message.position());
    given.get(consumer).add(message);
  }

  /**
   * Gives everybody those of the oldest messages that should have been handled and removed, but
   * were not: they came when their gap had been given up.
   */
  synchronized List<List<OutboxMessage>> overlooked(List<OutboxMessage> oldest) {
    List<List<OutboxMessage>> given = noneForEach();
    for (OutboxMessage message : oldest) {
      if (isDoneByAll(message) && !handled.contains(message.id())) {
        for (int consumer = 0; consumer < newest.length; consumer++) {
          give(consumer, message, given);
        }
      }
    }
    return given;
  }

  /** Stops waiting for positions that have been missing for longer than that. */
  synchronized void giveUpGaps(Duration patience, Instant now) {
    long leastNewest = Arrays.stream(newest).min().orElseThrow();
    gaps.values()
        .removeIf(gap -> gap.last() <= leastNewest && !gap.noticedAt().plus(patience).isAfter(now));
  }

  /** Notes that a consumer needs a message no more. */
  synchronized void finish(int consumer, OutboxMessage message) {
    inFlight.get(consumer).remove(message.position());
    if (isDoneByAll(message)) {
      handled.add(message.id());
    }
  }

  private boolean isDoneByAll(OutboxMessage message) {
    long position = message.position();
    Map.Entry<Long, Gap> gap = gaps.floorEntry(position);
    if (gap != null && gap.getValue().last() >= position) {
      return false;
    }
    for (int consumer = 0; consumer < newest.length; consumer++) {
      if (newest[consumer] < position || inFlight.get(consumer).contains(position)) {
        return false;
      }
    }
    return true;
  }

  /** How many messages all have handled that are still in the outbox. */
  synchronized int toRemove() {
    return handled.size();
  }

  /** Some of the messages that all have handled, the first first. */
  synchronized List<UUID> toRemove(int most) {
    return handled.stream().limit(most).toList();
  }

  /** Forgets messages that are no longer in the outbox. */
  synchronized void removed(List<UUID> messages) {
    messages.forEach(handled::remove);
  }

  private List<List<OutboxMessage>> noneForEach() {
    return IntStream.range(0, newest.length)
        .<List<OutboxMessage>>mapToObj(consumer -> new ArrayList<>())
        .toList();
  }
}
