package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;

/**
 * Compares a pool in memory with the store, and has the next {@linkplain RunPool run} look at what
 * differs: a safety net under the events, should one be lost or another program have been at work.
 * It sees requests and their versions, not blocks, rooms or groups that were final already.
 */
@FunctionalInterface
public interface ComparePool {
  /** Returns how many requests differ. */
  int compare(CategoryKey pool);
}
