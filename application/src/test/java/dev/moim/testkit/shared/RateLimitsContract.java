package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.RateLimits.Decision;
import dev.moim.application.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link RateLimits} keeps to, in a time that tests set. */
public abstract class RateLimitsContract {
  private static final Limit LIMIT = new Limit("contract", 20, Duration.ofSeconds(3));
  private static final Duration STEP = Duration.ofMillis(150);

  private final String owner = "owner:" + Samples.uuid();

  protected abstract RateLimits limits();

  /** Lets the limits' time pass; it stands still otherwise. */
  protected abstract void pass(Duration time);

  private Decision take() {
    return limits().take(LIMIT, owner);
  }

  private void empty() {
    IntStream.range(0, LIMIT.capacity()).forEach(i -> take());
  }

  @Test
  void a_full_bucket_gives_all_its_tokens_at_once_and_counts_what_is_left() {
    for (int left = 19; left > 0; left--) {
      assertThat(take()).isEqualTo(new Decision(true, left, Duration.ZERO));
    }
    assertThat(take()).isEqualTo(new Decision(true, 0, STEP));
  }

  @Test
  void an_empty_bucket_refuses_and_says_for_how_long() {
    empty();

    assertThat(take()).isEqualTo(new Decision(false, 0, STEP));

    pass(Duration.ofMillis(100));
    assertThat(take()).isEqualTo(new Decision(false, 0, Duration.ofMillis(50)));
  }

  @Test
  void what_was_refused_takes_nothing() {
    empty();
    IntStream.range(0, 100).forEach(i -> take());

    pass(STEP);

    assertThat(take().taken()).isTrue();
  }

  @Test
  void tokens_come_back_one_by_one_and_never_early() {
    empty();

    for (int i = 0; i < 50; i++) {
      pass(STEP.minusMillis(1));
      assertThat(take().taken()).isFalse();
      pass(Duration.ofMillis(1));
      assertThat(take()).isEqualTo(new Decision(true, 0, STEP));
    }
  }

  @Test
  void looking_whether_there_is_a_token_takes_none() {
    IntStream.range(0, 100).forEach(i -> limits().hasToken(LIMIT, owner));
    assertThat(take().remaining()).isEqualTo(19);

    empty();
    assertThat(limits().hasToken(LIMIT, owner)).isFalse();
    assertThat(limits().hasToken(LIMIT, owner + "x")).isTrue();
    pass(STEP.minusMillis(1));
    assertThat(limits().hasToken(LIMIT, owner)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(limits().hasToken(LIMIT, owner)).isTrue();
    assertThat(take()).isEqualTo(new Decision(true, 0, STEP));
  }

  @Test
  void a_bucket_is_full_after_the_refill_time_and_never_holds_more() {
    empty();
    pass(LIMIT.refill());
    assertThat(take().remaining()).isEqualTo(19);

    pass(Duration.ofDays(30));
    assertThat(take().remaining()).isEqualTo(19);
  }

  @Test
  void each_owner_and_each_limit_has_a_bucket_of_its_own() {
    empty();

    assertThat(limits().take(LIMIT, owner + "x").taken()).isTrue();
    assertThat(limits().take(new Limit("other", 1, Duration.ofHours(1)), owner).taken()).isTrue();
    assertThat(limits().take(new Limit("other", 1, Duration.ofHours(1)), owner))
        .isEqualTo(new Decision(false, 0, Duration.ofHours(1)));
    assertThat(take().taken()).isFalse();
  }

  @Test
  void of_many_at_once_exactly_as_many_are_served_as_there_are_tokens() {
    long taken =
        Race.of(32, runner -> IntStream.range(0, 5).filter(i -> take().taken()).count()).stream()
            .mapToLong(outcome -> outcome.result().orElseThrow())
            .sum();

    assertThat(taken).isEqualTo(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_the_rhythm_no_more_is_taken_than_capacity_and_refill_give(long seed) {
    Random random = new Random(seed);
    Duration passed = Duration.ZERO;
    long taken = 0;

    for (int i = 0; i < 2_000; i++) {
      Duration pause = Duration.ofMillis(random.nextInt(random.nextBoolean() ? 10 : 300));
      passed = passed.plus(pause);
      pass(pause);
      Decision decision = take();
      taken += decision.taken() ? 1 : 0;
      assertThat(taken).isLessThanOrEqualTo(20 + passed.dividedBy(STEP));
      if (!decision.taken()) {
        assertThat(decision.untilNext()).isPositive().isLessThanOrEqualTo(STEP);
      }
    }
  }
}
