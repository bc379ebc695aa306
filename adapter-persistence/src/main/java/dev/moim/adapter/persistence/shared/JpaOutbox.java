package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

final class JpaOutbox implements Outbox, OutboxMessages {
  private final HibernateTransactions transactions;
  private final EventCodec codec;
  private final Ids ids;
  private final Clock clock;

  JpaOutbox(HibernateTransactions transactions, EventCodec codec, Ids ids, Clock clock) {
    this.transactions = transactions;
    this.codec = codec;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void append(List<? extends DomainEvent> events) {
    Instant now = clock.now();
    transactions.send(events.stream().map(event -> entry(event, now)).toList());
  }

  private OutboxTable.Entry entry(DomainEvent event, Instant now) {
    EventCodec.Encoded encoded = codec.encode(event);
    return new OutboxTable.Entry(ids.next(), event.key(), encoded.type(), encoded.payload(), now);
  }

  @Override
  public List<OutboxMessage> after(long position, int limit) {
    return transactions
        .reading()
        .createSelectionQuery(
            "from OutboxMessageRow m where m.position > :position order by m.position",
            OutboxMessageRow.class)
        .setParameter("position", position)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(row ->
            new OutboxMessage(row.position, row.id, row.key, row.type, row.payload, row.storedAt))
        .toList();
  }

  @Override
  public void remove(Collection<UUID> messages) {
    if (messages.isEmpty()) {
      return;
    }
    transactions
        .writing()
        .createMutationQuery("delete from OutboxMessageRow m where m.id in :messages")
        .setParameterList("messages", messages)
        .executeUpdate();
  }

  @Override
  public long depth() {
    return transactions
        .reading()
        .createSelectionQuery("select count(*) from OutboxMessageRow m", Long.class)
        .getSingleResult();
  }
}
