package dev.moim.adapter.messaging;

import static dev.moim.adapter.messaging.RelayFixture.ATTEMPTS;
import static dev.moim.adapter.messaging.RelayFixture.SETTINGS;
import static dev.moim.adapter.messaging.RelayFixture.consumer;
import static dev.moim.adapter.messaging.RelayFixture.onlyWriting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  private final RelayFixture fixture = new RelayFixture();
  private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());

  /** What a consumer that only writes has written. */
  private final InMemoryStore.Table<Long, Long> effects = fixture.store.table(number -> number);

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void a_signal_is_enough_to_wake_the_relay() {
    fixture.start(polling(Duration.ofHours(1)), Instant::now, remembering("a"));

    fixture.commit(fixture.message(1, "meal"));

    RelayFixture.soon(() -> handled.equals(List.of(1L)));
  }

  @Test
  void a_lost_signal_is_made_up_for_by_polling() {
    fixture.start(remembering("a"));

    fixture.outbox.commit(fixture.message(1, "meal"));

    fixture.awaitEmptyOutbox();
    assertThat(handled).containsExactly(1L);
  }

  @Test
  void what_lay_in_the_outbox_before_the_start_is_relayed() {
    fixture.outbox.commit(fixture.message(700, "meal"), fixture.message(701, "meal"));

    fixture.start(remembering("a"));

    fixture.awaitEmptyOutbox();
    assertThat(handled).containsExactly(700L, 701L);
  }

  @Test
  void different_keys_are_handled_at_the_same_time() {
    CyclicBarrier together = new CyclicBarrier(SETTINGS.mostAtOnce());
    fixture.start(
        consumer(
            "a",
            (number, key) -> {
              meet(together);
              handled.add(number);
            }));

    for (int i = 1; i <= SETTINGS.mostAtOnce(); i++) {
      fixture.commit(fixture.message(i, "k" + i));
    }

    fixture.awaitEmptyOutbox();
    assertThat(handled).hasSize(SETTINGS.mostAtOnce());
    assertThat(fixture.letters()).isEmpty();
  }

  @Test
  void no_more_handlers_run_at_once_than_allowed() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fixture.start(
        consumer(
            "a",
            (number, key) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              running.decrementAndGet();
            }));

    for (int i = 1; i <= 500; i++) {
      fixture.commit(fixture.message(i, "k" + i));
    }

    fixture.awaitEmptyOutbox();
    assertThat(most.get()).isBetween(1, SETTINGS.mostAtOnce());
  }

  @Test
  void later_messages_of_a_key_wait_while_one_is_tried_again() {
    AtomicInteger attempts = new AtomicInteger();
    fixture.start(
        consumer(
            "a",
            (number, key) -> {
              if (number == 1 && attempts.incrementAndGet() < ATTEMPTS) {
                throw new AssertionError("even an error is only a failure");
              }
              handled.add(number);
            }));

    fixture.commit(fixture.message(1, "meal"), fixture.message(2, "meal"));

    fixture.awaitEmptyOutbox();
    assertThat(handled).containsExactly(1L, 2L);
    assertThat(fixture.letters()).isEmpty();
  }

  @Test
  void messages_that_wait_for_another_attempt_keep_no_other_key_from_being_handled() {
    Set<Long> failed = ConcurrentHashMap.newKeySet();
    fixture.start(
        tryingAgainAfter(Duration.ofHours(1)),
        Instant::now,
        consumer(
            "a",
            (number, key) -> {
              if (key.startsWith("bad")) {
                failed.add(number);
                throw new IllegalStateException("not now");
              }
              handled.add(number);
            }));
    int bad = 2 * SETTINGS.mostAtOnce();

    for (int i = 1; i <= bad; i++) {
      fixture.commit(fixture.message(i, "bad" + i));
    }
    RelayFixture.soon(() -> failed.size() == bad);
    fixture.commit(fixture.message(bad + 1, "good"));

    RelayFixture.soon(() -> handled.equals(List.of(bad + 1L)));
    assertThat(fixture.outbox.depth()).isGreaterThanOrEqualTo(bad);
  }

  @Test
  void a_poisoned_message_goes_to_the_dead_letters_and_stops_nobody() {
    AtomicInteger attempts = new AtomicInteger();
    List<Long> byOther = Collections.synchronizedList(new ArrayList<>());
    fixture.start(
        consumer(
            "a",
            (number, key) -> {
              if (number == 2) {
                attempts.incrementAndGet();
                throw new IllegalStateException("poison");
              }
              handled.add(number);
            }),
        consumer("b", (number, key) -> byOther.add(number)));

    fixture.commit(
        fixture.message(1, "meal"),
        fixture.message(2, "meal"),
        fixture.message(3, "meal"),
        fixture.message(4, "study"));

    fixture.awaitEmptyOutbox();
    assertThat(attempts).hasValue(ATTEMPTS);
    assertThat(fixture.letters()).containsExactly("a 2");
    assertThat(handled).containsExactlyInAnyOrder(1L, 3L, 4L).containsSubsequence(1L, 3L);
    assertThat(byOther).containsExactlyInAnyOrder(1L, 2L, 3L, 4L).containsSubsequence(1L, 2L, 3L);
  }

  @Test
  void messages_of_different_keys_are_handled_together_by_who_only_writes() {
    for (int i = 1; i <= 60; i++) {
      fixture.outbox.commit(fixture.message(i, "k" + i));
    }

    int together = timesTogether(60, effects::put);

    assertThat(written())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    assertThat(together)
        .as("the first of each lane, and once or twice all others")
        .isBetween(60 / Transactions.MOST_TOGETHER, 3 * Lanes.SHARED);
  }

  @Test
  void a_busy_key_that_failed_once_is_handled_together_again() {
    AtomicInteger failures = new AtomicInteger();
    for (int i = 1; i <= 100; i++) {
      fixture.outbox.commit(fixture.message(i, "hot"));
    }

    int together =
        timesTogether(
            100,
            number -> {
              if (number == 1 && failures.incrementAndGet() == 1) {
                throw new IllegalStateException("fails once");
              }
              effects.put(number);
            });

    assertThat(written())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(together)
        .as("in vain at first, and then all but the first, twenty at a time")
        .isBetween(5, 10);
  }

  /**
   * Has all messages handled by a consumer that only writes, which begins when all have been read.
   *
   * @return how often it was tried to handle some together
   */
  private int timesTogether(int messages, LongConsumer writing) {
    AtomicInteger together = new AtomicInteger();
    CountDownLatch allAreThere = new CountDownLatch(messages);
    fixture.start(
        counting(together),
        withInFlight(400),
        Instant::now,
        onlyWriting(
            "a",
            (number, key) -> {
              awaitQuietly(allAreThere);
              fixture.transactions.writeOnly(() -> writing.accept(number));
            }),
        consumer("b", (number, key) -> allAreThere.countDown()));
    fixture.awaitEmptyOutbox();
    return together.get();
  }

  private List<Long> written() {
    return fixture.transactions.read(effects::all);
  }

  @Test
  void a_message_that_fails_among_others_delays_only_its_key_and_is_given_up_alone() {
    AtomicInteger attempts = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    fixture.start(
        withInFlight(400),
        Instant::now,
        onlyWriting(
            "a",
            (number, key) ->
                fixture.transactions.writeOnly(() -> {
                  effects.put(number);
                  if (number == 2) {
                    if (attempts.incrementAndGet() == 2) {
                      awaitQuietly(release);
                    }
                    throw new IllegalStateException("poison");
                  }
                })));

    fixture.commit(
        fixture.message(1, "meal"), fixture.message(2, "meal"), fixture.message(3, "study"));
    RelayFixture.soon(() -> attempts.get() == 2);
    fixture.commit(fixture.message(4, "meal"), fixture.message(5, "study"));

    RelayFixture.soon(() -> written().contains(5L));
    assertThat(written()).containsExactlyInAnyOrder(1L, 3L, 5L);
    release.countDown();
    fixture.awaitEmptyOutbox();
    assertThat(written()).containsExactlyInAnyOrder(1L, 3L, 5L, 4L);
    assertThat(fixture.letters()).containsExactly("a 2");
    assertThat(attempts).hasValue(1 + ATTEMPTS);
  }

  @Test
  void an_unreadable_message_goes_to_the_dead_letters_at_once() {
    fixture.start(remembering("a"), consumer("b", (number, key) -> {}));

    fixture.commit(fixture.unknown(1), fixture.message(2, "meal"));

    fixture.awaitEmptyOutbox();
    assertThat(fixture.letters()).containsExactly("a 1", "b 1");
    assertThat(handled).containsExactly(2L);
  }

  @Test
  void messages_that_nobody_wants_leave_the_outbox() {
    fixture.start();

    fixture.commit(fixture.message(1, "meal"));

    fixture.awaitEmptyOutbox();
  }

  @Test
  void a_consumer_that_hangs_delays_no_other_and_keeps_its_messages_in_the_outbox() {
    CountDownLatch hanging = new CountDownLatch(1);
    AtomicInteger bySlow = new AtomicInteger();
    fixture.start(
        consumer(
            "slow",
            (number, key) -> {
              awaitQuietly(hanging);
              bySlow.incrementAndGet();
            }),
        remembering("fast"));

    for (int i = 1; i <= 1_000; i++) {
      fixture.commit(fixture.message(i, "k" + i % 7));
    }

    RelayFixture.soon(() -> handled.size() == 1_000);
    assertThat(bySlow).hasValue(0);
    assertThat(fixture.outbox.depth()).isEqualTo(1_000);
    hanging.countDown();
    fixture.awaitEmptyOutbox();
    assertThat(bySlow).hasValue(1_000);
    assertThat(handled).hasSize(1_000);
  }

  @Test
  void reading_stops_when_enough_is_in_flight() {
    CountDownLatch hanging = new CountDownLatch(1);
    for (int i = 1; i <= 1_000; i++) {
      fixture.outbox.commit(fixture.message(i, "k" + i % 7));
    }

    fixture.start(
        consumer(
            "slow",
            (number, key) -> {
              awaitQuietly(hanging);
              handled.add(number);
            }));

    RelayFixture.soon(() -> fixture.outbox.greatestRead() == SETTINGS.mostInFlight());
    fixture.signal.raised();
    assertThat(fixture.outbox.greatestRead()).isEqualTo(SETTINGS.mostInFlight());
    hanging.countDown();
    fixture.awaitEmptyOutbox();
    assertThat(handled).hasSize(1_000);
  }

  @Test
  void a_message_whose_transaction_commits_late_comes_before_those_that_follow_from_it() {
    fixture.start(remembering("a"));
    fixture.commit(fixture.message(1, "meal"), fixture.message(3, "meal"));
    RelayFixture.soon(() -> handled.size() == 2);

    fixture.commit(fixture.message(2, "meal"), fixture.message(4, "meal"));

    fixture.awaitEmptyOutbox();
    assertThat(handled).containsExactly(1L, 3L, 2L, 4L);
  }

  @Test
  void a_message_that_commits_after_all_patience_is_not_lost() {
    SettableClock clock = new SettableClock();
    fixture.start(SETTINGS, clock, remembering("a"), consumer("b", (number, key) -> {}));
    fixture.commit(fixture.message(1, "meal"), fixture.message(3, "meal"));
    RelayFixture.soon(() -> handled.size() == 2);
    clock.advance(SETTINGS.gapPatience());
    fixture.awaitEmptyOutbox();

    fixture.commit(fixture.message(2, "meal"));
    clock.advance(SETTINGS.gapPatience());

    RelayFixture.soon(() -> handled.equals(List.of(1L, 3L, 2L)));
  }

  @Test
  void a_store_that_is_away_for_a_while_costs_nothing_but_time() {
    fixture.start(remembering("a"));
    fixture.outbox.goAway();
    fixture.commit(fixture.message(1, "meal"));
    RelayFixture.soon(() -> fixture.outbox.refused() >= 5);
    assertThat(handled).isEmpty();

    fixture.outbox.comeBack();

    fixture.awaitEmptyOutbox();
    assertThat(handled).containsExactly(1L);
  }

  /** Each time the store goes in another attempt, and comes back at another moment. */
  @RepeatedTest(100)
  void a_message_is_not_given_up_since_the_store_was_away(RepetitionInfo repetition) {
    int last = 1 + repetition.getCurrentRepetition() % ATTEMPTS;
    AtomicInteger attempts = new AtomicInteger();
    CrashingTransactions away = new CrashingTransactions(fixture.transactions);
    fixture.start(
        away,
        SETTINGS,
        Instant::now,
        consumer(
            "a",
            (number, key) -> {
              int attempt = attempts.incrementAndGet();
              if (attempt == last) {
                away.crash();
              } else if (attempt < last) {
                throw new IllegalStateException("of no use yet");
              }
              away.writeOnly(() -> handled.add(number));
            }));

    fixture.commit(fixture.message(1, "meal"));
    RelayFixture.soon(
        () -> away.refusedReads("event-lane") > repetition.getCurrentRepetition() / 10);
    away.recover();

    fixture.awaitEmptyOutbox();
    assertThat(fixture.letters()).isEmpty();
    assertThat(handled).containsExactly(1L);
    assertThat(attempts).hasValue(last + 1);
  }

  @Test
  void a_failure_that_no_dead_letter_can_tell_of_is_tried_once_more() {
    AtomicInteger attempts = new AtomicInteger();
    fixture.deadLetters.refuse(1);
    fixture.start(
        consumer(
            "a",
            (number, key) -> {
              attempts.incrementAndGet();
              throw new IllegalStateException("of no use");
            }));

    fixture.commit(fixture.message(1, "meal"));

    fixture.awaitEmptyOutbox();
    assertThat(fixture.letters()).containsExactly("a 1");
    assertThat(attempts).hasValue(ATTEMPTS + 1);
  }

  @Test
  void a_stop_lets_the_running_handler_end_and_leaves_the_rest() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    OutboxRelay relay =
        fixture.start(
            consumer(
                "a",
                (number, key) -> {
                  started.countDown();
                  awaitQuietly(mayEnd);
                  handled.add(number);
                }));
    fixture.commit(fixture.message(1, "meal"), fixture.message(2, "meal"));
    started.await();

    Thread stopping = Thread.ofPlatform().daemon().start(relay::stop);
    RelayFixture.soon(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    mayEnd.countDown();
    stopping.join();

    assertThat(handled).containsExactly(1L);
    assertThat(fixture.outbox.after(0, 9).stream().map(OutboxMessage::position))
        .containsExactly(2L);
  }

  @Test
  void a_stop_waits_for_a_bounded_time_only() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    MessagingSettings settings = stoppingWithin(Duration.ofMillis(20));
    OutboxRelay relay =
        fixture.start(
            settings,
            Instant::now,
            consumer(
                "a",
                (number, key) -> {
                  started.countDown();
                  awaitQuietly(never);
                }));
    fixture.commit(fixture.message(1, "meal"));
    started.await();

    relay.stop();

    assertThat(fixture.outbox.depth()).isEqualTo(1);
    assertThat(fixture.letters()).isEmpty();
  }

  @Test
  void two_consumers_of_the_same_name_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.start(remembering("a"), remembering("a")));
  }

  @Test
  void everything_is_handled_once_if_nothing_goes_wrong() {
    fixture.start(remembering("a"));

    for (int i = 1; i <= 2_000; i++) {
      fixture.commit(fixture.message(i, "k" + i % 50));
    }

    fixture.awaitEmptyOutbox();
    assertThat(handled)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
  }

  private EventConsumer remembering(String name) {
    return consumer(name, (number, key) -> handled.add(number));
  }

  /** The fixture's transactions, counting those of several works. */
  private Transactions counting(AtomicInteger together) {
    return new Transactions() {
      @Override
      public <T> T read(Supplier<T> work) {
        return fixture.transactions.read(work);
      }

      @Override
      public <T> T write(Supplier<T> work) {
        return fixture.transactions.write(work);
      }

      @Override
      public Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
        together.incrementAndGet();
        return fixture.transactions.writeTogether(works);
      }
    };
  }

  private static MessagingSettings withInFlight(int most) {
    return settings(SETTINGS.retry(), most, SETTINGS.pollInterval(), SETTINGS.stopWithin());
  }

  private static MessagingSettings polling(Duration interval) {
    return settings(SETTINGS.retry(), SETTINGS.mostInFlight(), interval, SETTINGS.stopWithin());
  }

  private static MessagingSettings tryingAgainAfter(Duration pause) {
    return settings(
        new RetryPolicy(ATTEMPTS, pause, pause),
        SETTINGS.mostInFlight(),
        SETTINGS.pollInterval(),
        SETTINGS.stopWithin());
  }

  private static MessagingSettings stoppingWithin(Duration bound) {
    return settings(SETTINGS.retry(), SETTINGS.mostInFlight(), SETTINGS.pollInterval(), bound);
  }

  private static MessagingSettings settings(
      RetryPolicy retry, int mostInFlight, Duration pollInterval, Duration stopWithin) {
    return new MessagingSettings(
        retry,
        mostInFlight,
        SETTINGS.mostAtOnce(),
        pollInterval,
        SETTINGS.gapPatience(),
        stopWithin,
        SETTINGS.jobs());
  }

  private static void meet(CyclicBarrier others) {
    try {
      others.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
