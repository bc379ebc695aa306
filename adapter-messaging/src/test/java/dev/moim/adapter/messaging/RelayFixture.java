package dev.moim.adapter.messaging;

import static org.awaitility.Awaitility.await;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestSubmitted;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.shared.InMemoryDeadLetters;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A relay on an outbox in memory, and events that tell their number and their key. */
final class RelayFixture implements AutoCloseable {
  static final int ATTEMPTS = 3;

  static final MessagingSettings SETTINGS =
      new MessagingSettings(
          new RetryPolicy(ATTEMPTS, Duration.ofNanos(1_000), Duration.ofMillis(2)),
          16,
          4,
          Duration.ofMillis(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          MessagingSettings.Jobs.DEFAULT);

  final TreeOutbox outbox = new TreeOutbox();
  final InMemoryStore store = new InMemoryStore();
  final Transactions transactions = new InMemoryTransactions(store);
  final RefusingDeadLetters deadLetters = new RefusingDeadLetters(new InMemoryDeadLetters(store));
  final WakeUp signal = new WakeUp();
  private final EventCodec codec = new JsonEventCodec();
  private final List<OutboxRelay> relays = new ArrayList<>();

  OutboxRelay start(EventConsumer... consumers) {
    return start(SETTINGS, Instant::now, consumers);
  }

  OutboxRelay start(MessagingSettings settings, Clock clock, EventConsumer... consumers) {
    return start(transactions, settings, clock, consumers);
  }

  OutboxRelay start(
      Transactions through, MessagingSettings settings, Clock clock, EventConsumer... consumers) {
    OutboxRelay relay =
        new OutboxRelay(
            outbox,
            through,
            deadLetters,
            codec,
            List.of(consumers),
            clock,
            new SeededRandomness(1),
            settings,
            signal);
    relays.add(relay);
    return relay.start();
  }

  void commit(OutboxMessage... together) {
    outbox.commit(together);
    signal.raised();
  }

  void awaitEmptyOutbox() {
    soon(() -> outbox.depth() == 0);
  }

  static void soon(Callable<Boolean> becomesTrue) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(becomesTrue);
  }

  List<String> letters() {
    return transactions.read(() ->
        deadLetters.latest(100).stream()
            .map(letter -> letter.consumer() + " " + letter.message().position())
            .sorted()
            .toList());
  }

  /** A message at a position; its number is its position. */
  OutboxMessage message(long position, String key) {
    return message(position, key, Instant.now());
  }

  OutboxMessage message(long position, String key, Instant storedAt) {
    MatchRequestSubmitted event =
        new MatchRequestSubmitted(
            new MatchRequestId(new UUID(0, position)),
            Samples.memberId(),
            new CategoryKey(key),
            Instant.EPOCH);
    EventCodec.Encoded encoded = codec.encode(event);
    return new OutboxMessage(
        position, new UUID(1, position), event.key(), encoded.type(), encoded.payload(), storedAt);
  }

  /** A message of a type that nobody knows. */
  OutboxMessage unknown(long position) {
    return new OutboxMessage(
        position, new UUID(1, position), "unknown", "future.thing.v9", "{}", Instant.now());
  }

  /** A consumer of the events that {@link #message} makes. */
  static EventConsumer consumer(String name, Handling handling) {
    return handling(EventConsumer.named(name), handling);
  }

  /** As {@link #consumer}, of one whose handling has effects only through transactions. */
  static EventConsumer onlyWriting(String name, Handling handling) {
    return handling(EventConsumer.named(name).onlyWriting(), handling);
  }

  private static EventConsumer handling(EventConsumer.Builder consumer, Handling handling) {
    return consumer
        .on(
            MatchRequestSubmitted.class,
            (id, event) ->
                handling.handle(
                    event.request().value().getLeastSignificantBits(), event.category().value()))
        .build();
  }

  /** What a test does with a message. */
  @FunctionalInterface
  interface Handling {
    void handle(long number, String key);
  }

  @Override
  public void close() {
    relays.forEach(OutboxRelay::stop);
  }
}
