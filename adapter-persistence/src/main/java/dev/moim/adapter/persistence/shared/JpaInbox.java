package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.Inbox;
import dev.moim.domain.shared.Clock;
import java.util.UUID;
import org.hibernate.Session;

final class JpaInbox implements Inbox {
  private final CurrentSession current;
  private final Clock clock;

  JpaInbox(CurrentSession current, Clock clock) {
    this.current = current;
    this.clock = clock;
  }

  @Override
  public boolean firstTime(String consumer, UUID eventId) {
    Session session = current.writing();
    var key = new InboxRow.Key(consumer, eventId);
    if (session.find(InboxRow.class, key) != null) {
      return false;
    }
    InboxRow row = new InboxRow();
    row.key = key;
    row.handledAt = Instants.stored(clock.now());
    session.persist(row);
    return true;
  }
}
