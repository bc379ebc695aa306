package dev.moim.application.shared;

import dev.moim.domain.shared.DomainEvent;

/** Turns events into versioned JSON and back. */
public interface EventCodec {
  /** An event as text: its type's stable name and its JSON. */
  record Encoded(String type, String payload) {}

  Encoded encode(DomainEvent event);

  /**
   * @throws IllegalArgumentException if the type is unknown or the payload does not fit it
   */
  DomainEvent decode(Encoded encoded);
}
