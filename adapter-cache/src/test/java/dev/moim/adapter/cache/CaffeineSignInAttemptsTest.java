package dev.moim.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.domain.member.Backoff;
import dev.moim.testkit.member.SignInAttemptsContract;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineSignInAttemptsTest extends SignInAttemptsContract {
  private static final int MOST = 100_000;
  private static final int FLOOD = 200_000;
  private static final Backoff BACKOFF =
      new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

  private final AtomicLong nanos = new AtomicLong();
  private final CaffeineSignInAttempts attempts = new CaffeineSignInAttempts(nanos::get, MOST);

  @Override
  protected SignInAttempts attempts() {
    return attempts;
  }

  private Duration count(String name) {
    return attempts.count(name, BACKOFF, SettableClock.START);
  }

  private void flood() {
    IntStream.range(0, FLOOD).forEach(i -> count("other " + i));
  }

  @Test
  void a_flood_of_names_takes_up_bounded_memory() {
    flood();

    assertThat(attempts.size()).isLessThanOrEqualTo(MOST);
  }

  @Test
  void a_name_under_attack_survives_a_flood_of_others() {
    for (int i = 0; i < 7; i++) {
      count("victim");
    }

    flood();

    assertThat(count("victim")).isPositive();
  }

  @Test
  void a_name_that_was_not_tried_for_as_long_as_it_counts_takes_up_no_memory() {
    count("a");
    nanos.addAndGet(BACKOFF.memory().toNanos() - 1);
    count("b");
    assertThat(attempts.size()).isEqualTo(2);

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(attempts.size()).isEqualTo(1);
  }

  @Test
  void a_name_whose_attempts_were_all_taken_back_takes_up_no_memory() {
    count("a");

    attempts.takeBack("a");

    assertThat(attempts.size()).isZero();
  }
}
