package dev.moim.application.shared;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Map;

/**
 * Answers to requests that a client may repeat under a key of its own, kept for a day so that the
 * repetition gets the same answer instead of a second effect. Each call is a transaction of its
 * own, unless it finds one running.
 *
 * <p>The limit of this: claim, effect and answer are transactions of their own. If the program is
 * killed after the effect and before its answer is kept, or a request takes longer than a minute,
 * the key is granted again, and only the rules of the effect itself (a nickname that is taken, a
 * live request that exists) stand against doing it twice.
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

  /** What a key's state allows. */
  sealed interface Claim {
    /** The key is new, and now the caller's: carry the request out, then complete or release. */
    record Granted() implements Claim {}

    /** The same request is being carried out at this moment. */
    record InProgress() implements Claim {}

    /** The same request was answered before. */
    record Answered(Answer answer) implements Claim {}

    /** The key was used for another request. */
    record Mismatch() implements Claim {}
  }

  /**
   * Claims a key for a request. A claim that was neither completed nor released for a minute counts
   * as lost and is granted again.
   *
   * @param fingerprint what makes two requests the same: a hash of method, path and body
   * @throws ConcurrencyConflict if another claims the key at the same time; tried again, this
   *     answers what the other has made of it
   */
  Claim claim(Key key, String fingerprint, Instant now);

  /** Keeps the answer to a claimed request. */
  void complete(Key key, Answer answer);

  /** Gives a claim back, so that the request can be tried again. */
  void release(Key key);

  /** Forgets everything claimed before that instant; returns how many. */
  int forgetBefore(Instant before);
}
