package dev.moim.adapter.persistence.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stores for all who have committed by the time at which it begins: "group commit". Whoever comes
 * while it runs waits for the next time, and one of those does it for all of them. So there is no
 * timer, nobody who is alone waits for others, and the more come the less each one costs.
 */
final class GroupedStoring implements Durability {
  private final Runnable store;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong committed = new AtomicLong();

  /** So many of those who came are stored; guarded by the lock. */
  private long stored;

  /**
   * @param store stores all that is committed when it begins, or throws
   */
  GroupedStoring(Runnable store) {
    this.store = store;
  }

  /** Who finds that it can't be stored throws what the storing threw; the next one tries again. */
  @Override
  public void await() {
    long mine = committed.incrementAndGet();
    turn.lock();
    try {
      if (stored < mine) {
        long all = committed.get();
        store.run();
        stored = all;
      }
    } finally {
      turn.unlock();
    }
  }
}
