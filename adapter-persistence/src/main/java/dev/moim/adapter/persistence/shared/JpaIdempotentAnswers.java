package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.IdempotentAnswers;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Claims as rows: of two at once one commits, and the other loses a race like any other. */
final class JpaIdempotentAnswers implements IdempotentAnswers {
  private static final Duration LOST_AFTER = Duration.ofMinutes(1);

  private final HibernateTransactions transactions;

  JpaIdempotentAnswers(HibernateTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Claim claim(Key key, String fingerprint, Instant now) {
    return transactions.write(() -> claim(transactions.writing(), key, fingerprint, now));
  }

  private static Claim claim(Session session, Key key, String fingerprint, Instant now) {
    IdempotentAnswerRow row = find(session, key);
    if (row == null) {
      row = new IdempotentAnswerRow();
      row.key = IdempotentAnswerRow.Key.of(key);
      row.fingerprint = fingerprint;
      row.claimedAt = Instants.stored(now);
      session.persist(row);
      return new Claim.Granted();
    }
    if (!row.fingerprint.equals(fingerprint)) {
      return new Claim.Mismatch();
    }
    if (row.answerStatus != null && row.answerHeaders != null && row.answerBody != null) {
      return new Claim.Answered(
          new Answer(row.answerStatus, TextMapJson.read(row.answerHeaders), row.answerBody));
    }
    if (now.isBefore(row.claimedAt.plus(LOST_AFTER))) {
      return new Claim.InProgress();
    }
    row.claimedAt = Instants.stored(now);
    return new Claim.Granted();
  }

  @Override
  public void complete(Key key, Answer answer) {
    transactions.writeOnly(() -> {
      IdempotentAnswerRow row = find(transactions.writing(), key);
      if (row != null) {
        row.answerStatus = answer.status();
        row.answerHeaders = TextMapJson.write(answer.headers());
        row.answerBody = answer.body();
      }
    });
  }

  @Override
  public void release(Key key) {
    transactions.writeOnly(() -> {
      IdempotentAnswerRow row = find(transactions.writing(), key);
      if (row != null) {
        transactions.writing().remove(row);
      }
    });
  }

  @Override
  public int forgetBefore(Instant before) {
    return transactions.write(() ->
        transactions
            .writing()
            .createMutationQuery("delete from IdempotentAnswerRow a where a.claimedAt < :before")
            .setParameter("before", before)
            .executeUpdate());
  }

  private static @Nullable IdempotentAnswerRow find(Session session, Key key) {
    return session.find(IdempotentAnswerRow.class, IdempotentAnswerRow.Key.of(key));
  }
}
