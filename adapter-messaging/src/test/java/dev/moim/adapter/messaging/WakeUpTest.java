package dev.moim.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WakeUpTest {
  private final WakeUp wakeUp = new WakeUp();

  @Test
  @Timeout(10)
  void a_signal_that_was_raised_before_wakes_at_once() throws InterruptedException {
    wakeUp.raised();

    wakeUp.await(Duration.ofHours(1));
  }

  @Test
  void however_often_it_is_raised_it_wakes_once() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      wakeUp.raised();
    }
    wakeUp.await(Duration.ofHours(1));

    long start = System.nanoTime();
    wakeUp.await(Duration.ofMillis(20));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }
}
