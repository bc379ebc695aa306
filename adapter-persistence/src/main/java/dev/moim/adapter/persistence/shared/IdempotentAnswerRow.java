package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.IdempotentAnswers;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
  @Version long version;
  String fingerprint;

  @Column(name = "claimed_at")
  Instant claimedAt;

  /** The answer's columns are null until the request was answered. */
  @Column(name = "answer_status")
  @Nullable Integer answerStatus;

  @Column(name = "answer_headers")
  @Nullable String answerHeaders;

  @Column(name = "answer_body")
  @Nullable String answerBody;
}
