package dev.moim.application.shared;

import dev.moim.domain.shared.DomainEvent;
import java.util.List;

/**
 * Where events leave: they are stored in the transaction that changes what they tell of, and
 * relayed after its commit, at least once, in order per key.
 */
@FunctionalInterface
public interface Outbox {
  /** Stores the events, in order. Needs a running write transaction. */
  void append(List<? extends DomainEvent> events);
}
