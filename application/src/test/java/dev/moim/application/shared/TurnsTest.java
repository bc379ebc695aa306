package dev.moim.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
  private static final int MANY = 200;

  private final Turns patient = new Turns(Duration.ofMinutes(10));

  /** How a work is run that is to be alone. */
  @FunctionalInterface
  interface Running {
    int run(Supplier<Integer> work);
  }

  /** How many of many works, all given at once, have run at the same time. */
  static int mostTogether(Running running) throws Exception {
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> all =
          Stream.generate(() ->
                  threads.submit(() ->
                      running.run(() -> {
                        most.accumulateAndGet(together.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(20_000);
                        return together.decrementAndGet();
                      })))
              .limit(MANY)
              .toList();
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    return most.get();
  }

  @Test
  void those_about_one_thing_follow_each_other() throws Exception {
    assertThat(mostTogether(work -> patient.take("room", work))).isEqualTo(1);
  }

  @Test
  void those_about_different_things_do_not_wait_for_each_other() throws Exception {
    CyclicBarrier meeting = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> both =
          Stream.of("room", "other")
              .map(subject -> threads.submit(() -> patient.take(subject, () -> await(meeting))))
              .toList();
      for (Future<Integer> one : both) {
        assertThat(one.get()).isBetween(0, 1);
      }
    }
  }

  private static int await(CyclicBarrier meeting) {
    try {
      return meeting.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_has_waited_for_long_goes_on_without_a_turn() throws Exception {
    Turns impatient = new Turns(Duration.ofMillis(5));
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      Future<Boolean> holder =
          threads.submit(() ->
              impatient.take(
                  "room",
                  () -> {
                    first.countDown();
                    return await(second);
                  }));
      first.await();

      assertThat(impatient.take("room", () -> "gone on")).isEqualTo("gone on");

      second.countDown();
      assertThat(holder.get()).isTrue();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_work_that_fails_gives_its_turn_up() throws Exception {
    assertThatThrownBy(() ->
            patient.take(
                "room",
                () -> {
                  throw new IllegalStateException("fails");
                }))
        .hasMessage("fails");

    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      assertThat(threads.submit(() -> patient.take("room", () -> "next")).get()).isEqualTo("next");
    }
  }
}
