package dev.moim.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThreadPauseTest {
  private final ThreadPause pause = new ThreadPause();

  @Test
  void a_pause_takes_its_time() {
    long start = System.nanoTime();

    pause.of(Duration.ofMillis(5));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(5));
  }

  @Test
  void an_interrupted_pause_ends_and_the_interrupt_stays() {
    Thread.currentThread().interrupt();

    assertThatIllegalStateException().isThrownBy(() -> pause.of(Duration.ofMinutes(1)));

    assertThat(Thread.interrupted()).isTrue();
  }
}
