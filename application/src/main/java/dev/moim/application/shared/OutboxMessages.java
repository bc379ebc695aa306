package dev.moim.application.shared;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outbox as the relay sees it. */
public interface OutboxMessages {
  /**
   * The oldest messages beyond a position that are still to be relayed, in order of position.
   *
   * <p>A message may come to light after one with a greater position, when its transaction took
   * longer to commit and nothing made the other wait for it: whoever goes on from a position has to
   * look at the older ones again in time.
   */
  List<OutboxMessage> after(long position, int limit);

  /** Forgets messages that every consumer has handled. Unknown ones are passed over. */
  void remove(Collection<UUID> messages);

  /** How many messages wait. */
  long depth();
}
