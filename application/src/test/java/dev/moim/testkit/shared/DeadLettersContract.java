package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.DeadLetters.DeadLetter;
import dev.moim.application.shared.OutboxMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link DeadLetters} keeps to. */
public abstract class DeadLettersContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  protected abstract DeadLetters deadLetters();

  private static OutboxMessage message(long position) {
    return message(position, "pool:meal");
  }

  private static OutboxMessage message(long position, String key) {
    return new OutboxMessage(position, Samples.uuid(), key, "room.room-opened.v1", "{}", NOW);
  }

  private static DeadLetter letter(String consumer, OutboxMessage message, Instant at) {
    return new DeadLetter(consumer, message, "java.lang.IllegalStateException: broken", at);
  }

  private void add(DeadLetter letter) {
    change(() -> deadLetters().add(letter));
  }

  private List<DeadLetter> latest(int limit) {
    return read(() -> deadLetters().latest(limit));
  }

  @Test
  void a_letter_comes_back_field_by_field() {
    DeadLetter letter =
        new DeadLetter(
            "notifications",
            new OutboxMessage(
                Long.MAX_VALUE,
                Samples.uuid(),
                "pool:meal",
                "room.room-opened.v1",
                "{\"title\": \"" + Samples.EMOJI + "가".repeat(20_000) + "\"}",
                Samples.EARLY),
            Samples.TRICKY + Samples.HANGUL + "가".repeat(1_900),
            Samples.FAR);

    add(letter);

    assertThat(latest(10)).containsExactly(letter);
  }

  @Test
  void the_latest_come_first_and_no_more_than_asked_for() {
    DeadLetter old = letter("a", message(1), NOW.minusSeconds(60));
    DeadLetter latest = letter("b", message(2), NOW.plusSeconds(60));
    DeadLetter middle = letter("a", message(3), NOW);
    add(old);
    add(latest);
    add(middle);

    assertThat(latest(10)).containsExactly(latest, middle, old);
    assertThat(latest(2)).containsExactly(latest, middle);
  }

  @Test
  void a_message_of_a_consumer_is_kept_once() {
    OutboxMessage message = message(1);
    DeadLetter first = letter("a", message, NOW);
    DeadLetter ofAnother = letter("b", message, NOW.minusSeconds(1));
    add(first);

    add(letter("a", message, NOW.plusSeconds(60)));
    add(ofAnother);

    assertThat(latest(10)).hasSize(2).contains(ofAnother);
    assertThat(latest(10))
        .filteredOn(letter -> letter.consumer().equals("a"))
        .extracting(DeadLetter::message)
        .containsExactly(message);
  }

  @Test
  void a_message_is_kept_once_when_many_give_it_up_at_the_same_time() {
    OutboxMessage message = message(1);

    overlappingUntilSettled(
            10,
            i -> {
              deadLetters().add(letter("a", message, NOW));
              return i;
            })
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());

    assertThat(latest(10)).hasSize(1);
  }

  @Test
  void all_messages_with_a_key_are_forgotten_and_no_others() {
    String key = Samples.memberId().toString();
    OutboxMessage message = message(1, key);
    DeadLetter other = letter("a", message(3, Samples.memberId().toString()), NOW);
    add(letter("a", message, NOW));
    add(letter("b", message, NOW));
    add(letter("a", message(2, key), NOW.minusSeconds(60)));
    add(other);

    changeAndFail(() -> deadLetters().removeAllOf(key));
    assertThat(latest(10)).hasSize(4);

    change(() -> deadLetters().removeAllOf(key));
    assertThat(latest(10)).containsExactly(other);
    change(() -> deadLetters().removeAllOf(key));
    assertThat(latest(10)).containsExactly(other);
  }

  @Test
  void a_rollback_leaves_no_letter() {
    changeAndFail(() -> deadLetters().add(letter("a", message(1), NOW)));

    assertThat(latest(10)).isEmpty();
  }
}
