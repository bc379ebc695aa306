package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.IdempotentAnswers;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An answer is written once and never changed, so it needs no version. */
@Entity
@Table(name = "idempotent_answers")
@SuppressWarnings("NullAway.Init")
class IdempotentAnswerRow {
  @Embeddable
  record Key(@Column(name = "member_id") UUID memberId, @Column(name = "key_value") String value) {
    static Key of(IdempotentAnswers.Key key) {
      return new Key(key.member().value(), key.value());
    }
  }

  @EmbeddedId Key key;
  String fingerprint;

  @Column(name = "kept_at")
  Instant keptAt;

  @Column(name = "answer_status")
  int answerStatus;

  @Column(name = "answer_headers")
  String answerHeaders;

  @Column(name = "answer_body")
  String answerBody;
}
