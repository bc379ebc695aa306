package dev.moim.testkit.shared;

import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An inbox on an {@link InMemoryStore}. */
public final class InMemoryInbox implements Inbox {
  private record Key(String consumer, UUID event) {}

  private record Mark(Key key, Instant handledAt) {}

  private final InMemoryStore.Table<Key, Mark> marks;
  private final OutboxMessages outbox;
  private final Clock clock;

  public InMemoryInbox(InMemoryStore store, OutboxMessages outbox, Clock clock) {
    marks = store.table(Mark::key);
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public boolean firstTime(String consumer, UUID eventId) {
    Key key = new Key(consumer, eventId);
    if (marks.find(key).isPresent()) {
      return false;
    }
    marks.put(new Mark(key, clock.now()));
    return true;
  }

  @Override
  public int forgetBefore(Instant moment, int most) {
    Set<UUID> inOutbox =
        outbox.after(0, Integer.MAX_VALUE).stream()
            .map(OutboxMessage::id)
            .collect(Collectors.toSet());
    List<Mark> gone =
        marks.all().stream()
            .filter(mark -> mark.handledAt().isBefore(moment))
            .sorted(Comparator.comparing(Mark::handledAt))
            .limit(most)
            .filter(mark -> !inOutbox.contains(mark.key().event()))
            .toList();
    gone.forEach(mark -> marks.remove(mark.key()));
    return gone.size();
  }
}
