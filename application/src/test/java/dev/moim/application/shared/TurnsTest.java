package dev.moim.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class TurnsTest {
  private static final int MANY = 200;

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Turns patient = new Turns(LONG, new EachAlone());

  /** Does nothing together. */
  private static class EachAlone implements Turns.Doing {
    @Override
    public <T> T alone(Supplier<T> work) {
      return work.get();
    }

    @Override
    public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
      return Optional.empty();
    }
  }

  /** Does together whatever it is given, and remembers how many those were. */
  private static final class Together extends EachAlone {
    final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
      sizes.add(works.size());
      return Optional.of(works.stream().map(Together::outcome).toList());
    }

    private static Supplier<Object> outcome(Supplier<?> work) {
      try {
        Object result = work.get();
        return () -> result;
      } catch (IllegalStateException e) {
        return () -> {
          throw e;
        };
      }
    }
  }

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
    Turns together = new Turns(LONG, new Together());
    assertThat(mostTogether(work -> together.take("room", work))).isEqualTo(1);
  }

  /**
   * Gives works while another one has the turn, in that order; returns what became of each.
   *
   * @param subjects what each is about
   */
  private static List<Future<Integer>> whileOneIsAtIt(
      Turns turns, ExecutorService threads, List<String> subjects, IntUnaryOperator work)
      throws Exception {
    CountDownLatch atIt = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<Future<Integer>> all = new ArrayList<>();
    all.add(
        threads.submit(() ->
            turns.take(
                "room",
                () -> {
                  atIt.countDown();
                  return await(mayEnd) ? -1 : -2;
                })));
    atIt.await();
    for (int i = 0; i < subjects.size(); i++) {
      int number = i;
      String subject = subjects.get(i);
      CompletableFuture<Thread> who = new CompletableFuture<>();
      all.add(
          threads.submit(() -> {
            who.complete(Thread.currentThread());
            return turns.take(subject, () -> work.applyAsInt(number));
          }));
      awaitWaiting(who.get());
    }
    mayEnd.countDown();
    return all;
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void those_who_come_meanwhile_are_done_together_in_their_order() throws Exception {
    Together together = new Together();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> all =
          whileOneIsAtIt(
              new Turns(LONG, together),
              threads,
              Collections.nCopies(Transactions.MOST_TOGETHER + 2, "room"),
              i -> {
                order.add(i);
                return i;
              });

      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).isEqualTo(i - 1);
      }
    }
    assertThat(order)
        .isEqualTo(IntStream.range(0, Transactions.MOST_TOGETHER + 2).boxed().toList());
    assertThat(together.sizes).containsExactly(Transactions.MOST_TOGETHER, 2);
  }

  /** "Aa" and "BB" have the same hash. */
  @Test
  void those_about_another_thing_are_not_done_together_with_them() throws Exception {
    Together together = new Together();
    Turns turns = new Turns(LONG, together);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      CountDownLatch atIt = new CountDownLatch(1);
      CountDownLatch mayEnd = new CountDownLatch(1);
      Future<Boolean> first =
          threads.submit(() ->
              turns.take(
                  "Aa",
                  () -> {
                    atIt.countDown();
                    return await(mayEnd);
                  }));
      atIt.await();
      List<Future<String>> all = new ArrayList<>();
      for (String subject : List.of("BB", "BB", "Aa", "BB")) {
        CompletableFuture<Thread> who = new CompletableFuture<>();
        all.add(
            threads.submit(() -> {
              who.complete(Thread.currentThread());
              return turns.take(subject, () -> subject);
            }));
        awaitWaiting(who.get());
      }
      mayEnd.countDown();

      assertThat(all.get(0).get() + all.get(1).get() + all.get(2).get() + all.get(3).get())
          .isEqualTo("BBBBAaBB");
      assertThat(first.get()).isTrue();
    }
    assertThat(together.sizes).containsExactly(2);
  }

  @Test
  void what_one_of_them_fails_with_only_that_one_is_told() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> all =
          whileOneIsAtIt(
              new Turns(LONG, new Together()),
              threads,
              Collections.nCopies(3, "room"),
              i -> {
                if (i == 1) {
                  throw new IllegalStateException("the second");
                }
                return i;
              });

      assertThat(all.get(1).get()).isZero();
      assertThatThrownBy(all.get(2)::get).hasRootCauseMessage("the second");
      assertThat(all.get(3).get()).isEqualTo(2);
    }
  }

  @Test
  void what_all_fail_with_all_are_told_and_the_line_moves_on() throws Exception {
    Turns turns =
        new Turns(
            LONG,
            new EachAlone() {
              @Override
              public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
                throw new IllegalStateException("no store");
              }
            });
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> all =
          whileOneIsAtIt(turns, threads, Collections.nCopies(3, "room"), i -> i);

      assertThat(all.getFirst().get()).isEqualTo(-1);
      for (Future<Integer> one : all.subList(1, 4)) {
        assertThatThrownBy(one::get).hasRootCauseMessage("no store");
      }
      assertThat(threads.submit(() -> turns.take("room", () -> "next")).get()).isEqualTo("next");
    }
  }

  @Test
  void what_can_not_be_done_together_is_done_one_by_one_in_the_same_order() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> all =
          whileOneIsAtIt(
              patient,
              threads,
              Collections.nCopies(5, "room"),
              i -> {
                order.add(i);
                return i;
              });

      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).isEqualTo(i - 1);
      }
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  /** Some lose patience at any moment, some can't be done together, some fail. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void each_is_done_once_and_told_its_own(long seed) throws Exception {
    Random random = new Random(seed);
    Together together = new Together();
    int inVain = 1 + random.nextInt(4);
    AtomicInteger tried = new AtomicInteger();
    Turns turns =
        new Turns(
            Duration.ofNanos(random.nextInt(300_000)),
            new EachAlone() {
              @Override
              public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
                return tried.incrementAndGet() % inVain == 0
                    ? Optional.empty()
                    : together.together(works);
              }
            });
    AtomicIntegerArray done = new AtomicIntegerArray(MANY);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> all =
          IntStream.range(0, MANY)
              .mapToObj(i ->
                  threads.submit(() ->
                      turns.take(
                          "room",
                          () -> {
                            LockSupport.parkNanos(10_000);
                            done.incrementAndGet(i);
                            if (i % 7 == 0) {
                              throw new IllegalStateException("number " + i);
                            }
                            return i;
                          })))
              .toList();

      for (int i = 0; i < MANY; i++) {
        if (i % 7 == 0) {
          assertThatThrownBy(all.get(i)::get).hasRootCauseMessage("number " + i);
        } else {
          assertThat(all.get(i).get()).isEqualTo(i);
        }
        assertThat(done.get(i)).isEqualTo(1);
      }
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
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
    Turns impatient = new Turns(Duration.ofMillis(5), new EachAlone());
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

  /** The one with whom it was tried in vain may take long. */
  @Test
  void who_has_waited_for_long_for_others_in_vain_goes_on_without_them() throws Exception {
    List<Thread> started = Collections.synchronizedList(new ArrayList<>());
    Turns turns =
        new Turns(
            Duration.ofSeconds(1),
            new EachAlone() {
              @Override
              public Optional<List<Supplier<Object>>> together(List<Supplier<?>> works) {
                while (started.getLast().getState() != Thread.State.WAITING) {
                  Thread.onSpinWait();
                }
                return Optional.empty();
              }
            });
    CountDownLatch mayEnd = new CountDownLatch(1);
    ThreadFactory remembering =
        work -> {
          Thread thread = new Thread(work);
          started.add(thread);
          return thread;
        };
    try (ExecutorService threads = Executors.newCachedThreadPool(remembering)) {
      List<Future<Integer>> all =
          whileOneIsAtIt(
              turns, threads, List.of("room", "room"), i -> i == 1 || await(mayEnd) ? i : -1);

      assertThat(all.get(2).get()).isEqualTo(1);
      assertThat(all.get(1)).isNotDone();
      mayEnd.countDown();
      assertThat(all.get(1).get()).isZero();
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
