package dev.moim.adapter.persistence.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.query.MutationQuery;

/**
 * Inserts messages into the outbox, all of a transaction in one statement; the database's sequence
 * gives the positions in the order of the rows, and where there are no sequences (MySQL), the
 * column counts them itself. An entity with a generated identifier would take a statement, or two,
 * for each.
 */
final class OutboxTable {
  private static final int ROWS_AT_ONCE = 100;

  private final String nextPosition;

  /** By the number of rows: a transaction seldom has more than a few messages. */
  private final Map<Integer, String> inserts = new ConcurrentHashMap<>();

  OutboxTable(Dialect dialect) {
    SequenceSupport sequences = dialect.getSequenceSupport();
    nextPosition =
        sequences.supportsSequences()
            ? sequences.getSelectSequenceNextValString("outbox_position")
            : "default";
  }

  /** A message that has no position yet. */
  record Entry(UUID id, String key, String type, String payload, Instant storedAt) {}

  void insert(Session session, List<Entry> entries) {
    for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
      insertAtOnce(session, entries.subList(from, Math.min(entries.size(), from + ROWS_AT_ONCE)));
    }
  }

  private void insertAtOnce(Session session, List<Entry> entries) {
    MutationQuery insert =
        session.createNativeMutationQuery(inserts.computeIfAbsent(entries.size(), this::insertOf));
    int parameter = 1;
    for (Entry entry : entries) {
      insert.setParameter(parameter++, entry.id);
      insert.setParameter(parameter++, entry.key);
      insert.setParameter(parameter++, entry.type);
      insert.setParameter(parameter++, entry.payload);
      insert.setParameter(parameter++, Instants.stored(entry.storedAt));
    }
    insert.executeUpdate();
  }

  private String insertOf(int rows) {
    return "insert into outbox_messages (position, id, message_key, type, payload, stored_at)"
        + " values "
        + IntStream.range(0, rows).mapToObj(i -> row(5 * i)).collect(Collectors.joining(", "));
  }

  private String row(int before) {
    return IntStream.rangeClosed(before + 1, before + 5)
        .mapToObj(parameter -> "?" + parameter)
        .collect(Collectors.joining(", ", "(" + nextPosition + ", ", ")"));
  }
}
