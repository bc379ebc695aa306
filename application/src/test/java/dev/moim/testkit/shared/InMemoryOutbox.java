package dev.moim.testkit.shared;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.OutboxSignal;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An outbox on an {@link InMemoryStore}; positions are given in the order of the commits. */
public final class InMemoryOutbox implements Outbox, OutboxMessages {
  private final AtomicLong position = new AtomicLong();
  private final InMemoryStore store;
  private final InMemoryStore.Table<UUID, OutboxMessage> messages;
  private final EventCodec codec;
  private final OutboxSignal signal;
  private final Ids ids;
  private final Clock clock;

  public InMemoryOutbox(
      InMemoryStore store, EventCodec codec, OutboxSignal signal, Ids ids, Clock clock) {
    this.store = store;
    this.messages = store.table(OutboxMessage::id, this::positioned);
    this.codec = codec;
    this.signal = signal;
    this.ids = ids;
    this.clock = clock;
  }

  private OutboxMessage positioned(OutboxMessage message) {
    return new OutboxMessage(
        position.incrementAndGet(),
        message.id(),
        message.key(),
        message.type(),
        message.payload(),
        message.storedAt());
  }

  @Override
  public void append(List<? extends DomainEvent> events) {
    for (DomainEvent event : events) {
      EventCodec.Encoded encoded = codec.encode(event);
      messages.put(
          new OutboxMessage(
              Long.MAX_VALUE,
              ids.next(),
              event.key(),
              encoded.type(),
              encoded.payload(),
              clock.now()));
    }
    if (!events.isEmpty()) {
      store.afterCommit(signal::raised);
    }
  }

  @Override
  public List<OutboxMessage> after(long start, int limit) {
    return messages.all().stream()
        .filter(message -> message.position() > start)
        .sorted(Comparator.comparingLong(OutboxMessage::position))
        .limit(limit)
        .toList();
  }

  @Override
  public void remove(Collection<UUID> handled) {
    handled.forEach(messages::remove);
  }

  @Override
  public long depth() {
    return messages.all().size();
  }
}
