package dev.moim.bootstrap.system;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that virtual threads go on. One that loads or initialises a class keeps the thread
 * that carries it, also while it waits for a lock. Where all carriers are kept that way, and the
 * lock belongs to a virtual thread that waits for a carrier, all of them stop for good; on two
 * processors that has been seen. So now and then a virtual thread is started to see whether it
 * runs, and if it does not, there are more carriers until one does.
 *
 * <p>One that has merely much before it is taken for one that is stuck, too: then some more threads
 * share the processors for a while.
 */
final class CarrierWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);

  /** More than a pool of the JDK has by itself. */
  private static final int MOST = 1_024;

  private final VirtualThreadSchedulerMXBean scheduler;
  private final Duration interval;
  private final Duration patience;
  private final int usual;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param interval how often is looked
   * @param patience how long a virtual thread may take to begin
   */
  CarrierWatch(VirtualThreadSchedulerMXBean scheduler, Duration interval, Duration patience) {
    this.scheduler = scheduler;
    this.interval = interval;
    this.patience = patience;
    usual = scheduler.getParallelism();
  }

  CarrierWatch start() {
    Thread.ofPlatform().daemon().name("carrier-watch").start(this::watch);
    return this;
  }

  void stop() {
    stopping.countDown();
  }

  private void watch() {
    try {
      while (!stopping.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    int present = scheduler.getParallelism();
    boolean runs = aVirtualThreadRuns();
    if (runs && present > usual) {
      LOG.info("Virtual threads run again; they have {} carriers as usual", usual);
      scheduler.setParallelism(usual);
    } else if (!runs && present < MOST) {
      int more = Math.min(MOST, 4 * present);
      LOG.warn("No virtual thread has begun for {}; they get {} carriers", patience, more);
      scheduler.setParallelism(more);
    }
  }

  /**
   * Started by a thread of its own: what one thread starts queues up in one place, and only the
   * first there has a carrier started.
   */
  private boolean aVirtualThreadRuns() throws InterruptedException {
    var ran = new CountDownLatch(1);
    Thread.ofPlatform().daemon().start(() -> Thread.ofVirtual().start(ran::countDown));
    return ran.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
