package dev.moim.application.shared;

import java.time.Instant;
import java.util.UUID;

/** Remembers which events a consumer has handled, in the same transaction as their effect. */
public interface Inbox {
  /**
   * Marks an event as handled; false if it was before. Needs a running write transaction.
   *
   * @throws ConcurrencyConflict if the same event is being handled elsewhere right now
   */
  boolean firstTime(String consumer, UUID eventId);

  /**
   * Forgets which events were handled before that instant, except for those that still lie in the
   * outbox: they come again if the program ends before they are removed. Needs a running write
   * transaction.
   *
   * @param most of so many marks, the oldest ones, is seen whether they can go
   * @return how many went
   */
  int forgetBefore(Instant moment, int most);
}
