package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.domain.member.MemberEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Inbox} keeps to. */
public abstract class InboxContract extends StoreContract {
  private static final Duration LONG = Duration.ofDays(30);

  private final UUID event = Samples.uuid();

  protected abstract Inbox inbox();

  /** Where the events lie that are still to be handled by somebody. */
  protected abstract Outbox outbox();

  /** The same outbox, as the relay sees it. */
  protected abstract OutboxMessages messages();

  /** By which the inbox notes when an event was handled. */
  protected abstract SettableClock clock();

  @AfterEach
  void the_clock_is_as_it_was() {
    clock().set(SettableClock.START);
  }

  private int forgetBefore(Instant moment) {
    return write(() -> inbox().forgetBefore(moment, 100));
  }

  /** An event that lies in the outbox. */
  private OutboxMessage relayed() {
    change(() ->
        outbox()
            .append(List.of(new MemberEvent.MemberSignedUp(Samples.memberId(), clock().now()))));
    return read(() -> messages().after(0, 100)).getLast();
  }

  private boolean firstTime(String consumer, UUID eventId) {
    return write(() -> inbox().firstTime(consumer, eventId));
  }

  @Test
  void an_event_comes_for_the_first_time_once() {
    assertThat(firstTime("notifications", event)).isTrue();
    assertThat(firstTime("notifications", event)).isFalse();
    assertThat(firstTime("notifications", event)).isFalse();
  }

  @Test
  void one_work_sees_its_own_mark() {
    assertThat(
            write(() ->
                List.of(
                    inbox().firstTime("notifications", event),
                    inbox().firstTime("notifications", event))))
        .containsExactly(true, false);
  }

  @Test
  void consumers_and_events_do_not_mix() {
    assertThat(firstTime("notifications", event)).isTrue();
    assertThat(firstTime("matching", event)).isTrue();
    assertThat(firstTime("notifications", Samples.uuid())).isTrue();
  }

  @Test
  void a_mark_goes_back_with_the_transaction() {
    changeAndFail(() -> assertThat(inbox().firstTime("notifications", event)).isTrue());

    assertThat(firstTime("notifications", event)).isTrue();
  }

  @Test
  void of_racing_handlers_of_one_event_exactly_one_comes_first() {
    List<Race.Outcome<Boolean>> outcomes =
        overlappingUntilSettled(10, i -> inbox().firstTime("notifications", event));

    assertThat(outcomes).filteredOn(o -> o.result().equals(Optional.of(true))).hasSize(1);
    assertThat(outcomes).filteredOn(o -> o.result().equals(Optional.of(false))).hasSize(9);
  }

  @Test
  void there_is_no_mark_without_a_write() {
    assertThatThrownBy(() -> inbox().firstTime("notifications", event))
        .isInstanceOf(RuntimeException.class);

    assertThat(firstTime("notifications", event)).isTrue();
  }

  @Test
  void what_was_handled_before_an_instant_is_forgotten() {
    firstTime("notifications", event);
    Instant handled = clock().now();

    assertThat(forgetBefore(handled)).isZero();
    assertThat(firstTime("notifications", event)).isFalse();
    assertThat(forgetBefore(handled.plusNanos(1_000))).isEqualTo(1);
    assertThat(firstTime("notifications", event)).isTrue();
  }

  @Test
  void what_was_handled_later_is_remembered() {
    UUID later = Samples.uuid();
    firstTime("notifications", event);
    clock().advance(LONG);
    firstTime("notifications", later);

    assertThat(forgetBefore(clock().now())).isEqualTo(1);

    assertThat(firstTime("notifications", later)).isFalse();
    assertThat(firstTime("notifications", event)).isTrue();
  }

  @Test
  void no_more_than_so_many_are_forgotten_at_once_the_oldest_first() {
    List<UUID> events =
        IntStream.range(0, 5)
            .mapToObj(i -> {
              clock().advance(Duration.ofSeconds(1));
              UUID next = Samples.uuid();
              firstTime("notifications", next);
              return next;
            })
            .toList();
    clock().advance(LONG);
    Instant now = clock().now();

    assertThat(write(() -> inbox().forgetBefore(now, 2))).isEqualTo(2);
    assertThat(events)
        .filteredOn(one -> !firstTime("notifications", one))
        .containsExactlyElementsOf(events.subList(2, 5));
    assertThat(write(() -> inbox().forgetBefore(now, 2))).isEqualTo(2);
    assertThat(write(() -> inbox().forgetBefore(now, 2))).isEqualTo(1);
    assertThat(write(() -> inbox().forgetBefore(now, 2))).isZero();
  }

  @Test
  void hundreds_are_forgotten_at_once_whoever_handled_them() {
    List<UUID> events = Stream.generate(Samples::uuid).limit(250).toList();
    for (String consumer : List.of("notifications", "audit")) {
      change(() -> events.forEach(one -> inbox().firstTime(consumer, one)));
    }
    Instant later = clock().advance(LONG);

    assertThat(write(() -> inbox().forgetBefore(later, 500))).isEqualTo(500);
    assertThat(write(() -> inbox().forgetBefore(later, 500))).isZero();
  }

  /** It comes once more to those who have handled it if the program ends before it is removed. */
  @Test
  void an_event_that_still_lies_in_the_outbox_is_remembered_however_old() {
    OutboxMessage waiting = relayed();
    firstTime("notifications", waiting.id());
    firstTime("notifications", event);
    Instant later = clock().advance(LONG);

    assertThat(forgetBefore(later)).isEqualTo(1);
    assertThat(forgetBefore(later)).isZero();
    assertThat(firstTime("notifications", waiting.id())).isFalse();

    change(() -> messages().remove(List.of(waiting.id())));
    assertThat(forgetBefore(later)).isEqualTo(1);
  }

  @Test
  void what_is_forgotten_comes_back_with_the_transaction() {
    firstTime("notifications", event);
    Instant later = clock().advance(LONG);

    changeAndFail(() -> assertThat(inbox().forgetBefore(later, 100)).isEqualTo(1));

    assertThat(firstTime("notifications", event)).isFalse();
  }

  @Test
  void nothing_is_forgotten_without_a_write() {
    firstTime("notifications", event);
    Instant later = clock().advance(LONG);

    assertThatThrownBy(() -> read(() -> inbox().forgetBefore(later, 100)))
        .isInstanceOf(RuntimeException.class);

    assertThat(firstTime("notifications", event)).isFalse();
  }
}
