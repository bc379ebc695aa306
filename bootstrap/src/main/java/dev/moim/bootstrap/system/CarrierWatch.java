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
 * runs, and while it does not, there are more and more carriers. When all has gone well for a
 * while, there are as many as before, unless somebody else has set another number.
 *
 * <p>One that has merely much before it is taken for one that is stuck, too: then some more threads
 * share the processors for a while.
 */
final class CarrierWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);

  /** More than there are requests and events at the same time. */
  private static final int MOST = 1_024;

  private static final int TIMES = 4;

  /** How often in a row all must be well before there are fewer carriers again. */
  private static final int CALM = 100;

  private final VirtualThreadSchedulerMXBean scheduler;
  private final Duration interval;
  private final Duration patience;
  private final CountDownLatch stopping = new CountDownLatch(1);

  // For the thread that watches.
  private int usual;
  private int given;
  private int calm;

  /**
   * @param interval how often is looked
   * @param patience how long a virtual thread may take to begin; a tenth when the last did not
   */
  CarrierWatch(VirtualThreadSchedulerMXBean scheduler, Duration interval, Duration patience) {
    this.scheduler = scheduler;
    this.interval = interval;
    this.patience = patience;
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
        try {
          look();
        } catch (RuntimeException | Error e) {
          // No thread can be started, perhaps; the next look may find otherwise.
          tell("Whether virtual threads go on could not be seen: " + e);
        }
      }
      giveBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    if (aVirtualThreadRuns(given == 0 ? patience : patience.dividedBy(10))) {
      calm++;
      if (given > 0 && calm >= CALM) {
        giveBack();
      }
    } else {
      calm = 0;
      giveMore();
    }
  }

  private void giveMore() {
    int present = scheduler.getParallelism();
    if (present != given) {
      usual = present;
    }
    if (present >= MOST) {
      tell("No virtual thread begins, though there are " + present + " carriers");
      return;
    }
    given = Math.min(MOST, TIMES * present);
    scheduler.setParallelism(given);
    tell("No virtual thread has begun for a while; there are " + given + " carriers now");
  }

  private void giveBack() {
    if (given > 0 && scheduler.getParallelism() == given) {
      scheduler.setParallelism(usual);
      tell("Virtual threads run again; there are " + usual + " carriers as before");
    }
    given = 0;
  }

  /**
   * Started by a thread of its own: what one thread starts queues up in one place, and only the
   * first there has a carrier started.
   */
  private static boolean aVirtualThreadRuns(Duration patience) throws InterruptedException {
    var ran = new CountDownLatch(1);
    Thread.ofPlatform().daemon().start(() -> Thread.ofVirtual().start(ran::countDown));
    return ran.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** On a thread of its own: those that are stuck may hold what writing a line of the log needs. */
  private static void tell(String what) {
    try {
      Thread.ofPlatform().daemon().start(() -> LOG.warn(what));
    } catch (OutOfMemoryError e) {
      // Then nothing is told.
    }
  }
}
