package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.Inbox;
import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Notes an event unless it is there, in one statement that every database understands. A subquery
 * would say it more plainly, but H2 2.4 does not see in one what the transaction itself has written
 * since it last ran.
 *
 * <p>Old marks are read before the outbox is asked for their messages: a mark is made when its
 * message has been committed to the outbox, and none that was removed comes back. So a message that
 * is not found then is gone for good, whatever else happens at the same time.
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

  /**
   * Three statements: the oldest marks, by when they were made; which are needed; the rest goes.
   */
  @Override
  public int forgetBefore(Instant moment, int most) {
    Session session = current.writing();
    List<InboxRow> old =
        session
            .createSelectionQuery(
                "from InboxRow i where i.handledAt < :moment order by i.handledAt" + Limit.of(most),
                InboxRow.class)
            .setParameter("moment", Instants.stored(moment))
            .getResultList();
    Set<UUID> needed = inOutbox(session, old);
    List<InboxRow> gone =
        old.stream().filter(mark -> !needed.contains(mark.key.eventId())).toList();
    gone.forEach(session::remove);
    return gone.size();
  }

  private static Set<UUID> inOutbox(Session session, List<InboxRow> marks) {
    if (marks.isEmpty()) {
      return Set.of();
    }
    Among events = Among.of(marks.stream().map(mark -> mark.key.eventId()).distinct().toList());
    return events
        .set(
            session.createSelectionQuery(
                "select m.id from OutboxMessageRow m where m.id" + events.as("events"), UUID.class),
            "events")
        .stream()
        .collect(Collectors.toSet());
  }
}
