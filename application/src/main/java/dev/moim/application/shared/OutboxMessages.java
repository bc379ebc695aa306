package dev.moim.application.shared;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outbox as the relay sees it. */
public interface OutboxMessages {
  /** The oldest messages beyond a position that are still to be relayed, in order of position. */
  List<OutboxMessage> after(long position, int limit);

  /** Forgets messages that every consumer has handled. Unknown ones are passed over. */
  void remove(Collection<UUID> messages);

  /** How many messages wait. */
  long depth();
}
