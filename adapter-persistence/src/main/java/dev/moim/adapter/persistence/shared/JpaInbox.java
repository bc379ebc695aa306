package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.Inbox;
import dev.moim.domain.shared.Clock;
import java.util.UUID;

/**
 * Notes an event unless it is there, in one statement that every database understands. A subquery
 * would say it more plainly, but H2 2.4 does not see in one what the transaction itself has written
 * since it last ran.
 */
final class JpaInbox implements Inbox {
  private static final String NOTE =
      "insert into inbox_events (consumer, event_id, handled_at)"
          + " select :consumer, :event, :now from (select 1 as one) once"
          + " left join inbox_events noted"
          + " on noted.consumer = :consumer and noted.event_id = :event"
          + " where noted.event_id is null";

  private final CurrentSession current;
  private final Clock clock;

  JpaInbox(CurrentSession current, Clock clock) {
    this.current = current;
    this.clock = clock;
  }

  @Override
  public boolean firstTime(String consumer, UUID eventId) {
    return current
            .writing()
            .createNativeMutationQuery(NOTE)
            .setParameter("consumer", consumer)
            .setParameter("event", eventId)
            .setParameter("now", Instants.stored(clock.now()))
            .executeUpdate()
        == 1;
  }
}
