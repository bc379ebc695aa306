package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.IdempotentAnswers;
import java.time.Instant;
import java.util.Optional;

/** Answers as rows: of two under one key, one commits and the other loses a race like any other. */
final class JpaIdempotentAnswers implements IdempotentAnswers {
  private final HibernateTransactions transactions;

  JpaIdempotentAnswers(HibernateTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Kept> find(Key key) {
    return transactions.read(() ->
        Optional.ofNullable(
                transactions
                    .reading()
                    .find(IdempotentAnswerRow.class, IdempotentAnswerRow.Key.of(key)))
            .map(JpaIdempotentAnswers::kept));
  }

  private static Kept kept(IdempotentAnswerRow row) {
    return new Kept(
        row.fingerprint,
        new Answer(row.answerStatus, TextMapJson.read(row.answerHeaders), row.answerBody));
  }

  @Override
  public void keep(Key key, String fingerprint, Answer answer, Instant now) {
    IdempotentAnswerRow row = new IdempotentAnswerRow();
    row.key = IdempotentAnswerRow.Key.of(key);
    row.fingerprint = fingerprint;
    row.keptAt = Instants.stored(now);
    row.answerStatus = answer.status();
    row.answerHeaders = TextMapJson.write(answer.headers());
    row.answerBody = answer.body();
    transactions.writeOnly(() -> transactions.writing().persist(row));
  }

  @Override
  public int forgetBefore(Instant before) {
    return transactions.write(() ->
        transactions
            .writing()
            .createMutationQuery("delete from IdempotentAnswerRow a where a.keptAt < :before")
            .setParameter("before", before)
            .executeUpdate());
  }
}
