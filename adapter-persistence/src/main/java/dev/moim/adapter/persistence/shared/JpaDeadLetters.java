package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.OutboxMessage;
import java.util.List;
import org.hibernate.Session;

final class JpaDeadLetters implements DeadLetters {
  private final CurrentSession current;

  JpaDeadLetters(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(DeadLetter letter) {
    Session session = current.writing();
    var key = new DeadLetterRow.Key(letter.consumer(), letter.message().id());
    if (session.find(DeadLetterRow.class, key) == null) {
      session.persist(row(key, letter));
    }
  }

  @Override
  public List<DeadLetter> latest(int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "from DeadLetterRow d order by d.failedAt desc, d.key.messageId desc",
            DeadLetterRow.class)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(JpaDeadLetters::letter)
        .toList();
  }

  @Override
  public void removeAllOf(String key) {
    current
        .writing()
        .createMutationQuery("delete from DeadLetterRow d where d.messageKey = :key")
        .setParameter("key", key)
        .executeUpdate();
  }

  private static DeadLetterRow row(DeadLetterRow.Key key, DeadLetter letter) {
    DeadLetterRow row = new DeadLetterRow();
    row.key = key;
    row.position = letter.message().position();
    row.messageKey = letter.message().key();
    row.type = letter.message().type();
    row.payload = letter.message().payload();
    row.storedAt = Instants.stored(letter.message().storedAt());
    row.failure = letter.failure();
    row.failedAt = Instants.stored(letter.at());
    return row;
  }

  private static DeadLetter letter(DeadLetterRow row) {
    var message =
        new OutboxMessage(
            row.position, row.key.messageId(), row.messageKey, row.type, row.payload, row.storedAt);
    return new DeadLetter(row.key.consumer(), message, row.failure, row.failedAt);
  }
}
