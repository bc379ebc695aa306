package dev.moim.application.shared;

import java.util.UUID;

/** Remembers which events a consumer has handled, in the same transaction as their effect. */
@FunctionalInterface
public interface Inbox {
  /**
   * Marks an event as handled; false if it was before. Needs a running write transaction.
   *
   * @throws ConcurrencyConflict if the same event is being handled elsewhere right now
   */
  boolean firstTime(String consumer, UUID eventId);
}
