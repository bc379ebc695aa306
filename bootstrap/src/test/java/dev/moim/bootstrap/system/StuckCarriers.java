package dev.moim.bootstrap.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * A program whose virtual threads have all stopped for good, until they are watched; for {@link
 * CarrierWatchTest}. Tells how it fares, a line each.
 */
final class StuckCarriers {
  static final ReentrantLock LOCK = new ReentrantLock();
  static final AtomicInteger HAD_IT = new AtomicInteger();
  private static final VirtualThreadSchedulerMXBean SCHEDULER =
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

  private StuckCarriers() {}

  /** Whoever initialises it waits for the lock, and keeps the carrier meanwhile. */
  static final class Waiting {
    static {
      LOCK.lock();
      try {
        HAD_IT.incrementAndGet();
      } finally {
        LOCK.unlock();
      }
    }

    private Waiting() {}
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    int carriers = SCHEDULER.getParallelism();
    var held = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    Thread holder = Thread.ofVirtual().start(() -> hold(held, mayGoOn));
    held.await();
    byte[] code = code();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 3 * carriers; i++) {
      waiting.add(Thread.ofVirtual().start(() -> initialise(code)));
    }
    until(() -> LOCK.getQueueLength() >= carriers);
    mayGoOn.countDown();
    out.println(holder.join(Duration.ofSeconds(1)) ? "not stuck" : "stuck");

    CarrierWatch watch =
        new CarrierWatch(SCHEDULER, Duration.ofMillis(20), Duration.ofMillis(200)).start();

    holder.join();
    for (Thread thread : waiting) {
      thread.join();
    }
    out.println(HAD_IT.get() == waiting.size() ? "goes on" : "gave up");
    until(() -> SCHEDULER.getParallelism() == carriers);
    out.println("carriers as before");
    watch.stop();
  }

  private static void hold(CountDownLatch held, CountDownLatch mayGoOn) {
    LOCK.lock();
    try {
      held.countDown();
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      LOCK.unlock();
    }
  }

  /** Each time it is another class, made of the same code. */
  private static void initialise(byte[] code) {
    try {
      MethodHandles.lookup().defineHiddenClass(code, true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] code() throws IOException {
    try (InputStream in = StuckCarriers.class.getResourceAsStream("StuckCarriers$Waiting.class")) {
      if (in == null) {
        throw new IOException("no code of the class");
      }
      return in.readAllBytes();
    }
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
