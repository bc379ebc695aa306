package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Inbox} keeps to. */
public abstract class InboxContract extends StoreContract {
  private final UUID event = Samples.uuid();

  protected abstract Inbox inbox();

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
}
