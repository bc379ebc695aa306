package dev.moim.adapter.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueuePatienceTest {
  private static final Duration LONGEST = Duration.ofMillis(300);
  private static final Duration LESS = Duration.ofMillis(30);

  private final SettableClock clock = new SettableClock();
  private final QueuePatience patience = new QueuePatience(LONGEST, clock);

  @Test
  void a_burst_is_waited_for() {
    assertThat(patience.now(true)).isEqualTo(LONGEST);
    clock.advance(LONGEST.minusMillis(1));
    assertThat(patience.now(false)).isEqualTo(LONGEST);
  }

  @Test
  void a_queue_that_does_not_empty_is_waited_in_for_less() {
    patience.now(true);
    clock.advance(LONGEST);
    assertThat(patience.now(false)).isEqualTo(LESS);
    clock.advance(LONGEST);
    assertThat(patience.now(false)).isEqualTo(LESS);
  }

  @Test
  void it_is_waited_for_again_once_it_was_empty() {
    patience.now(true);
    clock.advance(LONGEST.multipliedBy(2));
    patience.now(false);

    assertThat(patience.now(true)).isEqualTo(LONGEST);
    assertThat(patience.now(false)).isEqualTo(LONGEST);
  }

  @Test
  void without_patience_nobody_waits() {
    var none = new QueuePatience(Duration.ZERO, clock);

    assertThat(none.now(true)).isZero();
    assertThat(none.now(false)).isZero();
  }
}
