package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.IdempotentAnswers.Answer;
import dev.moim.application.shared.IdempotentAnswers.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link IdempotentAnswers} keeps to. */
public abstract class IdempotentAnswersContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final String HASH = "f".repeat(64);
  private static final Answer ANSWER =
      new Answer(201, Map.of("Location", "/api/v1/rooms/1"), "{\"id\": 1}");

  private final IdempotentAnswers.Key key = new IdempotentAnswers.Key(Samples.memberId(), "key");

  protected abstract IdempotentAnswers answers();

  private Claim claim(IdempotentAnswers.Key claimed, String fingerprint, Instant at) {
    return write(() -> answers().claim(claimed, fingerprint, at));
  }

  private Claim claim() {
    return claim(key, HASH, NOW);
  }

  private void complete(IdempotentAnswers.Key claimed, Answer answer) {
    change(() -> answers().complete(claimed, answer));
  }

  private int forgetBefore(Instant before) {
    return write(() -> answers().forgetBefore(before));
  }

  @Test
  void a_new_key_is_granted_and_then_in_progress() {
    assertThat(claim()).isEqualTo(new Claim.Granted());
    assertThat(claim()).isEqualTo(new Claim.InProgress());
  }

  @Test
  void an_answered_request_gets_the_same_answer_again() {
    claim();
    complete(key, ANSWER);

    assertThat(claim()).isEqualTo(new Claim.Answered(ANSWER));
    assertThat(claim(key, HASH, NOW.plusSeconds(3_600))).isEqualTo(new Claim.Answered(ANSWER));
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
    claim();
    claim(other, HASH, NOW);
    complete(key, answer);
    complete(other, empty);

    assertThat(claim()).isEqualTo(new Claim.Answered(answer));
    assertThat(claim(other, HASH, NOW)).isEqualTo(new Claim.Answered(empty));
  }

  @Test
  void another_request_under_the_same_key_is_a_mismatch() {
    claim();
    assertThat(claim(key, "0".repeat(64), NOW)).isEqualTo(new Claim.Mismatch());

    complete(key, ANSWER);
    assertThat(claim(key, "0".repeat(64), NOW)).isEqualTo(new Claim.Mismatch());
  }

  @Test
  void keys_differ_by_member_and_by_every_character() {
    claim();

    for (IdempotentAnswers.Key other :
        List.of(
            new IdempotentAnswers.Key(Samples.memberId(), "key"),
            new IdempotentAnswers.Key(key.member(), "KEY"),
            new IdempotentAnswers.Key(key.member(), "kéy"),
            new IdempotentAnswers.Key(key.member(), "~".repeat(255)),
            new IdempotentAnswers.Key(key.member(), "~".repeat(254)))) {
      assertThat(claim(other, HASH, NOW)).as(other.value()).isEqualTo(new Claim.Granted());
    }
  }

  @Test
  void a_claim_given_back_is_granted_again() {
    claim();

    change(() -> answers().release(key));

    assertThat(claim(key, "0".repeat(64), NOW)).isEqualTo(new Claim.Granted());
  }

  @Test
  void a_claim_of_a_minute_without_an_answer_counts_as_lost() {
    claim();

    assertThat(claim(key, HASH, NOW.plusSeconds(59))).isEqualTo(new Claim.InProgress());
    assertThat(claim(key, HASH, NOW.plusSeconds(61))).isEqualTo(new Claim.Granted());
    assertThat(claim(key, HASH, NOW.plusSeconds(62))).isEqualTo(new Claim.InProgress());
  }

  @Test
  void what_was_claimed_before_is_forgotten() {
    IdempotentAnswers.Key old = new IdempotentAnswers.Key(key.member(), "old");
    IdempotentAnswers.Key older = new IdempotentAnswers.Key(key.member(), "older");
    claim(old, HASH, NOW.minusSeconds(1));
    claim(older, HASH, NOW.minusSeconds(2));
    complete(older, ANSWER);
    claim();

    assertThat(forgetBefore(NOW)).isEqualTo(2);
    assertThat(forgetBefore(NOW)).isZero();

    assertThat(claim(old, HASH, NOW)).isEqualTo(new Claim.Granted());
    assertThat(claim(older, HASH, NOW)).isEqualTo(new Claim.Granted());
    assertThat(claim()).isEqualTo(new Claim.InProgress());
  }

  @Test
  void no_call_needs_a_running_transaction() {
    assertThat(answers().claim(key, HASH, NOW)).isEqualTo(new Claim.Granted());
    answers().release(key);
    assertThat(answers().claim(key, HASH, NOW)).isEqualTo(new Claim.Granted());
    answers().complete(key, ANSWER);
    assertThat(answers().claim(key, HASH, NOW)).isEqualTo(new Claim.Answered(ANSWER));
    assertThat(answers().forgetBefore(NOW.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void of_racing_requests_under_one_key_exactly_one_is_granted() {
    List<Race.Outcome<Claim>> outcomes =
        overlappingUntilSettled(10, i -> answers().claim(key, HASH, NOW));

    List<Claim> claims = outcomes.stream().map(o -> o.result().orElseThrow()).toList();
    assertThat(claims).filteredOn(new Claim.Granted()::equals).hasSize(1);
    assertThat(claims).filteredOn(new Claim.InProgress()::equals).hasSize(9);
  }

  @Test
  void of_racing_requests_after_a_lost_claim_exactly_one_is_granted() {
    claim();
    Instant later = NOW.plusSeconds(61);

    List<Race.Outcome<Claim>> outcomes =
        overlappingUntilSettled(10, i -> answers().claim(key, HASH, later));

    assertThat(outcomes.stream().map(o -> o.result().orElseThrow()))
        .filteredOn(new Claim.Granted()::equals)
        .hasSize(1);
  }
}
