package dev.moim.application.shared;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers to requests that a client may repeat under a key of its own, kept for a day so that the
 * repetition gets the same answer instead of a second effect. An answer is kept in the transaction
 * that has the effect, so that there are both or neither. Each call is a transaction of its own,
 * unless it finds one running.
 */
public interface IdempotentAnswers {
  /** Who repeats, and under which key (1–255 printable characters). */
  record Key(MemberId member, String value) {}

  /** An answer as it went out. */
  record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * What a key was used for.
   *
   * @param fingerprint what makes two requests the same: a hash of method, path and body
   */
  record Kept(String fingerprint, Answer answer) {}

  /** What was kept under a key; empty if the key is new. */
  Optional<Kept> find(Key key);

  /**
   * Keeps the answer to a request.
   *
   * @throws ConcurrencyConflict if there is an answer under this key already, at the latest when
   *     the transaction commits; tried again, {@link #find} has it
   */
  void keep(Key key, String fingerprint, Answer answer, Instant now);

  /** Forgets everything kept before that instant; returns how many. */
  int forgetBefore(Instant before);
}
