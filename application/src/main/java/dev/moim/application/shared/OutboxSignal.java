package dev.moim.application.shared;

/** Told after the commit of a transaction that appended to the outbox; a hint that may get lost. */
@FunctionalInterface
public interface OutboxSignal {
  void raised();
}
