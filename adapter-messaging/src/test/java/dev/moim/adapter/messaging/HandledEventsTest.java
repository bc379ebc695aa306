package dev.moim.adapter.messaging;

import static dev.moim.adapter.messaging.RelayFixture.SETTINGS;
import static dev.moim.adapter.messaging.RelayFixture.consumer;
import static dev.moim.adapter.messaging.RelayFixture.onlyWriting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.EventConsumer;
import dev.moim.testkit.shared.InMemoryInbox;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handled once though it is forgotten after a time that it was. */
class HandledEventsTest {
  private static final Duration REMEMBERED = SETTINGS.jobs().keepHandledEvents();

  private final RelayFixture fixture = new RelayFixture();
  private final SettableClock clock = new SettableClock();
  private final InMemoryInbox inbox = new InMemoryInbox(fixture.store, fixture.outbox, clock);
  private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Two processes, one after the other; in the first one a consumer hangs. */
  @Test
  void an_event_that_still_lies_in_the_outbox_has_its_effect_once_however_late_it_comes_again() {
    List<Long> effects = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger delivered = new AtomicInteger();
    EventConsumer once =
        consumer(
            "once",
            (number, key) -> {
              fixture.transactions.writeOnly(() -> {
                if (inbox.firstTime("once", new UUID(1, number))) {
                  effects.add(number);
                }
              });
              delivered.incrementAndGet();
            });
    CountDownLatch never = new CountDownLatch(1);
    OutboxRelay first =
        fixture.start(
            stoppingAtOnce(), clock, once, consumer("slow", (number, key) -> awaitQuietly(never)));
    fixture.commit(fixture.message(1, "meal", clock.now()));
    RelayFixture.soon(() -> delivered.get() == 1);
    first.stop();

    clock.advance(REMEMBERED.multipliedBy(5));
    assertThat(forgetOld()).isZero();
    OutboxRelay second = fixture.start(SETTINGS, clock, once, remembering("slow"));
    RelayFixture.soon(() -> delivered.get() == 2 && handled.equals(List.of(1L)));
    second.stop();

    assertThat(effects).containsExactly(1L);
    assertThat(fixture.letters()).isEmpty();
    assertThat(fixture.outbox.depth()).isZero();
    assertThat(forgetOld()).isEqualTo(1);
  }

  private EventConsumer remembering(String name) {
    return consumer(name, (number, key) -> handled.add(number));
  }

  private int forgetOld() {
    return fixture.transactions.write(
        () -> inbox.forgetBefore(clock.now().minus(REMEMBERED), 1_000));
  }

  private static MessagingSettings stoppingAtOnce() {
    return new MessagingSettings(
        SETTINGS.retry(),
        SETTINGS.mostInFlight(),
        SETTINGS.mostAtOnce(),
        SETTINGS.pollInterval(),
        SETTINGS.gapPatience(),
        Duration.ofMillis(1),
        SETTINGS.jobs());
  }

  /** As when a program stood still that had messages in hand. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_another_program_has_handled_long_ago_is_left_alone(boolean onlyWrites) {
    CountDownLatch standing = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    RelayFixture.Handling handling =
        (number, key) -> {
          standing.countDown();
          awaitQuietly(goesOn);
          handled.add(number);
        };
    fixture.start(
        SETTINGS, clock, onlyWrites ? onlyWriting("a", handling) : consumer("a", handling));
    fixture.commit(
        fixture.message(1, "meal", clock.now()),
        fixture.message(2, "meal", clock.now()),
        fixture.message(3, "meal", clock.now()));
    awaitQuietly(standing);

    fixture.outbox.remove(List.of(new UUID(1, 1), new UUID(1, 2)));
    clock.advance(REMEMBERED);
    goesOn.countDown();

    RelayFixture.soon(() -> handled.contains(3L));
    assertThat(handled).containsExactly(1L, 3L);
    assertThat(fixture.letters()).isEmpty();
  }

  @Test
  void what_has_lain_in_the_outbox_for_long_is_handled() {
    fixture.commit(fixture.message(1, "meal", clock.now()));
    clock.advance(REMEMBERED.multipliedBy(5));

    fixture.start(SETTINGS, clock, remembering("a"));

    RelayFixture.soon(() -> handled.equals(List.of(1L)));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
