package dev.moim.application.shared;

import java.time.Instant;
import java.util.List;

/** Messages that a consumer could not handle, kept until somebody looks at them. */
public interface DeadLetters {
  /**
   * @param failure what went wrong in the last attempt: a class name and message, for operators
   */
  record DeadLetter(String consumer, OutboxMessage message, String failure, Instant at) {}

  /** Keeps a message; the same one of the same consumer is kept once. */
  void add(DeadLetter letter);

  /** The latest dead letters, newest first. */
  List<DeadLetter> latest(int limit);

  /** Forgets all messages with that key, whoever could not handle them. */
  void removeAllOf(String key);
}
