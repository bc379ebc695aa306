package dev.moim.adapter.messaging;

import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An outbox in memory into which messages come at any position, and which can be away. */
final class TreeOutbox implements OutboxMessages {
  private final TreeMap<Long, OutboxMessage> messages = new TreeMap<>();
  private boolean away;
  private int refused;
  private long greatestRead;

  synchronized void commit(OutboxMessage... together) {
    for (OutboxMessage message : together) {
      messages.put(message.position(), message);
    }
  }

  synchronized void goAway() {
    away = true;
  }

  synchronized void comeBack() {
    away = false;
  }

  /** How often the outbox was asked while it was away. */
  synchronized int refused() {
    return refused;
  }

  /** The greatest position that was ever read. */
  synchronized long greatestRead() {
    return greatestRead;
  }

  @Override
  public synchronized List<OutboxMessage> after(long position, int limit) {
    refuseIfAway();
    List<OutboxMessage> page =
        messages.tailMap(position, false).values().stream().limit(limit).toList();
    if (!page.isEmpty()) {
      greatestRead = Math.max(greatestRead, page.getLast().position());
    }
    return page;
  }

  @Override
  public synchronized void remove(Collection<UUID> handled) {
    refuseIfAway();
    // What was handled is among the oldest, so only these are looked at.
    var left = new HashSet<>(handled);
    var oldest = messages.entrySet().iterator();
    while (!left.isEmpty() && oldest.hasNext()) {
      Map.Entry<Long, OutboxMessage> entry = oldest.next();
      if (left.remove(entry.getValue().id())) {
        oldest.remove();
      }
    }
  }

  @Override
  public synchronized long depth() {
    return messages.size();
  }

  private void refuseIfAway() {
    if (away) {
      refused++;
      throw new IllegalStateException("the store is away");
    }
  }
}
