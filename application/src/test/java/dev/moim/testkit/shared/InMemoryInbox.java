package dev.moim.testkit.shared;

import dev.moim.application.shared.Inbox;
import java.util.UUID;

/** An inbox on an {@link InMemoryStore}. */
public final class InMemoryInbox implements Inbox {
  private record Mark(String consumer, UUID event) {}

  private final InMemoryStore.Table<Mark, Mark> marks;

  public InMemoryInbox(InMemoryStore store) {
    marks = store.table(mark -> mark);
  }

  @Override
  public boolean firstTime(String consumer, UUID eventId) {
    Mark mark = new Mark(consumer, eventId);
    if (marks.find(mark).isPresent()) {
      return false;
    }
    marks.put(mark);
    return true;
  }
}
