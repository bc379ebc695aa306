package dev.moim.adapter.messaging;

import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what lies in the outbox to the consumers of this process: each message at least once to
 * each, those with the same key in order.
 *
 * <p>One thread reads, and lanes handle. The reader sleeps until it is woken after a commit, or for
 * the poll interval, and then makes a round:
 *
 * <ol>
 *   <li>It removes what all consumers have handled, many at a time. Nothing else is ever removed,
 *       so after a crash the outbox holds all that was not handled, and the next start begins with
 *       it.
 *   <li>For each consumer it reads a page beyond the newest position that consumer was given.
 *       Consumers that are equally far share the page. A consumer with much in flight is passed
 *       over: its memory is bounded, and the others go on without it.
 *   <li>Then it looks back at the gaps, the positions that were passed over because their
 *       transaction had not committed. After and not before the new page: what was committed before
 *       a message of the page is visible by now, so it is found and given first, and the order of a
 *       key holds.
 *   <li>What was read goes to each consumer's {@link Lanes}, in order of position.
 * </ol>
 *
 * <p>The {@link Ledger} knows who has what. Once in a while the oldest messages are compared with
 * it, which finds those that came later than gaps are waited for: they lose their order, not
 * themselves.
 *
 * <p>A consumer may get a message twice: from this relay and from one before it, which ended before
 * it removed the message, or from those of two programs on one database, of which one has it in
 * hand still when the other has removed it. The first can happen as long as the message lies in the
 * outbox, and the inbox remembers it for as long. The second can happen as long as a program has it
 * in hand, which nothing bounds: it may stand still for days, or be without its database, and go
 * on. So what is half as old as handled events are remembered is looked for in the outbox before it
 * is handled, and left alone if it isn't there; the other half is for clocks that differ, and for
 * handling it.
 *
 * <p>One relay runs from {@link #start} to {@link #stop} and is not used again.
 */
final class OutboxRelay implements Restartable.Running {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  /** How many handled messages are worth a removal of their own. */
  private static final int REMOVE_FROM = 100;

  private static final int REMOVE_AT_ONCE = 1_000;

  private final OutboxMessages outbox;
  private final Transactions transactions;
  private final Clock clock;
  private final Randomness randomness;
  private final MessagingSettings settings;
  private final WakeUp wakeUp;

  private final int pageSize;
  private final Ledger ledger;
  private final List<Feed> feeds = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("event-lane-", 0).factory());
  private final Thread reader =
      Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::readUntilStopped);

  private Instant lastRemoval = Instant.MIN;
  private Instant lastComparison = Instant.MIN;

  /** The way to a consumer. */
  private record Feed(Delivery delivery, Lanes lanes) {}

  OutboxRelay(
      OutboxMessages outbox,
      Transactions transactions,
      DeadLetters deadLetters,
      EventCodec codec,
      List<EventConsumer> consumers,
      Clock clock,
      Randomness randomness,
      MessagingSettings settings,
      WakeUp wakeUp) {
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
    this.randomness = randomness;
    this.settings = settings;
    this.wakeUp = wakeUp;
    pageSize = settings.mostInFlight() / 4;
    // Somebody must read the messages that nobody wants, so that they are removed.
    List<EventConsumer> all =
        consumers.isEmpty() ? List.of(EventConsumer.named("nobody").build()) : consumers;
    if (all.stream().map(EventConsumer::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two consumers of events have the same name");
    }
    ledger = new Ledger(all.size());
    for (EventConsumer consumer : all) {
      int index = feeds.size();
      Delivery delivery =
          new Delivery(
              consumer,
              codec,
              deadLetters,
              transactions,
              clock,
              randomness,
              consumer.retry().orElse(settings.retry()),
              this::isGone,
              settings.mostAtOnce(),
              stopping);
      Lanes lanes = new Lanes(threads, handling(index, delivery), consumer.onlyWrites());
      feeds.add(new Feed(delivery, lanes));
    }
  }

  OutboxRelay start() {
    reader.start();
    return this;
  }

  /** Stops reading, waits a bounded time for the handlers that run, and leaves the rest. */
  @Override
  public void stop() {
    stopping.countDown();
    wakeUp.raised();
    try {
      boolean ended = reader.join(settings.stopWithin());
      threads.shutdown();
      if (!ended
          || !threads.awaitTermination(settings.stopWithin().toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("Some still work on events after {}; they are interrupted", settings.stopWithin());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
    try {
      removeHandled();
    } catch (RuntimeException e) {
      LOG.warn("Handled messages stay in the outbox, and will come once more", e);
    }
  }

  private void readUntilStopped() {
    int failures = 0;
    try {
      while (stopping.getCount() > 0) {
        try {
          boolean more = round();
          if (failures > 0) {
            LOG.info("The outbox is relayed again, after {} failed attempts", failures);
            failures = 0;
          }
          if (!more) {
            wakeUp.await(settings.pollInterval());
          }
        } catch (RuntimeException | Error e) {
          failures++;
          if (failures == 1) {
            LOG.warn("The outbox cannot be relayed; trying on", e);
          }
          long pause = settings.retry().pauseAfter(failures, randomness).toNanos();
          if (stopping.await(pause, TimeUnit.NANOSECONDS)) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether there is more to read at once. */
  private boolean round() {
    Instant now = clock.now();
    if (ledger.toRemove() >= REMOVE_FROM
        || !lastRemoval.isAfter(now.minus(settings.pollInterval()))) {
      removeHandled();
      lastRemoval = now;
    }
    if (!lastComparison.isAfter(now.minus(settings.gapPatience()))) {
      ledger.giveUpGaps(settings.gapPatience(), now);
      handOver(ledger.overlooked(transactions.read(() -> outbox.after(0, pageSize))));
      lastComparison = now;
    }
    Reading reading = transactions.read(this::read);
    handOver(ledger.take(reading.pages(), reading.lookedBack(), now));
    return reading.pages().stream().anyMatch(page -> page.size() == pageSize);
  }

  private record Reading(List<List<OutboxMessage>> pages, List<OutboxMessage> lookedBack) {}

  private Reading read() {
    Map<Long, List<OutboxMessage>> byStart = new HashMap<>();
    List<List<OutboxMessage>> pages = new ArrayList<>();
    for (int consumer = 0; consumer < feeds.size(); consumer++) {
      pages.add(
          hasRoom(consumer)
              ? byStart.computeIfAbsent(
                  ledger.newest(consumer), newest -> outbox.after(newest, pageSize))
              : List.of());
    }
    return new Reading(pages, lookBack());
  }

  private boolean hasRoom(int consumer) {
    return ledger.inFlight(consumer) + pageSize <= settings.mostInFlight();
  }

  private List<OutboxMessage> lookBack() {
    List<OutboxMessage> found = new ArrayList<>();
    NavigableMap<Long, Ledger.Gap> gaps = ledger.gaps();
    long seen = 0;
    while (!gaps.isEmpty()) {
      seen = Math.max(seen, gaps.firstKey() - 1);
      List<OutboxMessage> page = outbox.after(seen, pageSize);
      found.addAll(page);
      if (page.size() < pageSize) {
        break;
      }
      seen = page.getLast().position();
      while (!gaps.isEmpty() && gaps.firstEntry().getValue().last() <= seen) {
        gaps.pollFirstEntry();
      }
    }
    return found;
  }

  private void handOver(List<List<OutboxMessage>> given) {
    for (int consumer = 0; consumer < feeds.size(); consumer++) {
      Feed feed = feeds.get(consumer);
      for (OutboxMessage message : given.get(consumer)) {
        if (feed.delivery().concerns(message)) {
          feed.lanes().add(message);
        } else {
          ledger.finish(consumer, message);
        }
      }
    }
  }

  /**
   * Whether all consumers of another program have handled a message that this one has had in hand
   * for so long that their marks in the inbox may be forgotten soon.
   */
  private boolean isGone(OutboxMessage message) {
    Duration fresh = settings.jobs().keepHandledEvents().dividedBy(2);
    return message.storedAt().isBefore(clock.now().minus(fresh))
        && transactions.read(() -> outbox.after(message.position() - 1, 1)).stream()
            .noneMatch(found -> found.id().equals(message.id()));
  }

  private Lanes.Handling handling(int consumer, Delivery delivery) {
    return new Lanes.Handling() {
      @Override
      public void alone(OutboxMessage message) {
        if (delivery.deliver(message) == Delivery.Outcome.FINISHED) {
          finish(consumer, List.of(message));
        }
      }

      @Override
      public boolean together(List<OutboxMessage> messages) {
        boolean handled = delivery.deliverTogether(messages);
        if (handled) {
          finish(consumer, messages);
        }
        return handled;
      }
    };
  }

  private void finish(int consumer, List<OutboxMessage> messages) {
    boolean wasFull = !hasRoom(consumer);
    messages.forEach(message -> ledger.finish(consumer, message));
    if (wasFull && hasRoom(consumer)) {
      wakeUp.raised();
    }
  }

  private void removeHandled() {
    List<UUID> messages = ledger.toRemove(REMOVE_AT_ONCE);
    while (!messages.isEmpty()) {
      List<UUID> batch = messages;
      transactions.writeOnly(() -> outbox.remove(batch));
      ledger.removed(batch);
      messages = ledger.toRemove(REMOVE_AT_ONCE);
    }
  }
}
