package dev.moim.domain.shared;

import java.time.Instant;

/**
 * Something that happened in the domain and that others may care about. Events are immutable, named
 * in the past tense, and leave through the outbox.
 */
public interface DomainEvent {
  /**
   * Events with the same key are delivered one after the other, those of one aggregate in the order
   * in which they happened; across keys there is no order. Usually the identifier of the aggregate,
   * or of the pool for matching.
   */
  String key();

  Instant occurredAt();
}
