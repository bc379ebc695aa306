package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.IdempotentAnswers.Answer;
import dev.moim.application.shared.IdempotentAnswers.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link IdempotentAnswers} keeps to. */
public abstract class IdempotentAnswersContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final String HASH = "f".repeat(64);
  private static final Answer ANSWER =
      new Answer(201, Map.of("Location", "/api/v1/rooms/1"), "{\"id\": 1}");

  private final IdempotentAnswers.Key key = new IdempotentAnswers.Key(Samples.memberId(), "key");

  protected abstract IdempotentAnswers answers();

  private Optional<Kept> find(IdempotentAnswers.Key wanted) {
    return read(() -> answers().find(wanted));
  }

  private void keep(IdempotentAnswers.Key used, Answer answer, Instant at) {
    change(() -> answers().keep(used, HASH, answer, at));
  }

  private int forgetBefore(Instant before) {
    return write(() -> answers().forgetBefore(before));
  }

  @Test
  void a_new_key_has_no_answer() {
    assertThat(find(key)).isEmpty();
  }

  @Test
  void an_answer_is_found_again_with_what_it_answered() {
    keep(key, ANSWER, NOW);

    assertThat(find(key)).contains(new Kept(HASH, ANSWER));
    assertThat(write(() -> answers().find(key))).contains(new Kept(HASH, ANSWER));
  }

  @Test
  void an_answer_is_kept_whole() {
    Answer answer =
        new Answer(
            599,
            Map.of("ETag", "\"3\"", "X-Empty", "", "X-Text", Samples.TRICKY),
            Samples.LONG_TEXT + "가".repeat(20_000));
    Answer empty = new Answer(204, Map.of(), "");
    IdempotentAnswers.Key other = new IdempotentAnswers.Key(key.member(), "other");
    keep(key, answer, NOW);
    keep(other, empty, NOW);

    assertThat(find(key)).contains(new Kept(HASH, answer));
    assertThat(find(other)).contains(new Kept(HASH, empty));
  }

  @Test
  void keys_differ_by_member_and_by_every_character() {
    keep(key, ANSWER, NOW);

    for (IdempotentAnswers.Key other :
        List.of(
            new IdempotentAnswers.Key(Samples.memberId(), "key"),
            new IdempotentAnswers.Key(key.member(), "KEY"),
            new IdempotentAnswers.Key(key.member(), "kéy"),
            new IdempotentAnswers.Key(key.member(), "~".repeat(255)),
            new IdempotentAnswers.Key(key.member(), "~".repeat(254)))) {
      assertThat(find(other)).as(other.value()).isEmpty();
      keep(other, ANSWER, NOW);
      assertThat(find(other)).as(other.value()).isPresent();
    }
  }

  @Test
  void an_answer_is_kept_only_with_the_transaction_around_it() {
    changeAndFail(() -> answers().keep(key, HASH, ANSWER, NOW));

    assertThat(find(key)).isEmpty();
  }

  @Test
  void a_second_answer_under_a_key_is_a_conflict_and_the_first_stays() {
    Answer second = new Answer(200, Map.of(), "second");
    keep(key, ANSWER, NOW);

    assertThatThrownBy(() -> keep(key, second, NOW)).isInstanceOf(ConcurrencyConflict.class);
    assertThatThrownBy(() ->
            change(() -> {
              answers().find(key);
              answers().keep(key, HASH, second, NOW);
            }))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(find(key)).contains(new Kept(HASH, ANSWER));
  }

  @Test
  void what_was_kept_before_is_forgotten() {
    IdempotentAnswers.Key old = new IdempotentAnswers.Key(key.member(), "old");
    IdempotentAnswers.Key older = new IdempotentAnswers.Key(key.member(), "older");
    keep(old, ANSWER, NOW.minusSeconds(1));
    keep(older, ANSWER, NOW.minusSeconds(2));
    keep(key, ANSWER, NOW);

    assertThat(forgetBefore(NOW)).isEqualTo(2);
    assertThat(forgetBefore(NOW)).isZero();

    assertThat(find(old)).isEmpty();
    assertThat(find(older)).isEmpty();
    assertThat(find(key)).isPresent();
  }

  @Test
  void no_call_needs_a_running_transaction() {
    assertThat(answers().find(key)).isEmpty();
    answers().keep(key, HASH, ANSWER, NOW);
    assertThat(answers().find(key)).contains(new Kept(HASH, ANSWER));
    assertThat(answers().forgetBefore(NOW.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void of_racing_requests_under_one_key_one_is_answered_and_the_others_find_that() {
    List<Race.Outcome<String>> outcomes =
        overlappingUntilSettled(
            10,
            i ->
                answers()
                    .find(key)
                    .map(kept -> kept.answer().body())
                    .orElseGet(() -> {
                      answers().keep(key, HASH, new Answer(200, Map.of(), "" + i), NOW);
                      return "" + i;
                    }));

    assertThat(outcomes.stream().map(outcome -> outcome.result().orElseThrow()).distinct())
        .containsExactly(find(key).orElseThrow().answer().body());
  }
}
