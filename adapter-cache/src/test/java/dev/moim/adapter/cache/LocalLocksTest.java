package dev.moim.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.moim.application.shared.Locks;
import dev.moim.testkit.shared.LocksContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalLocksTest extends LocksContract {
  private final LocalLocks locks = new LocalLocks();

  @Override
  protected Locks locks() {
    return locks;
  }

  @AfterEach
  void no_name_is_kept() {
    assertThat(locks.size()).isZero();
  }

  @Test
  void an_interrupt_ends_the_waiting_and_stays() {
    AtomicBoolean stayed = new AtomicBoolean();

    Optional<Boolean> ended =
        locks.whileHolding(
            "a",
            Duration.ZERO,
            () -> joined(Thread.ofPlatform().daemon().start(() -> wait(stayed))));

    assertThat(ended).contains(true);
    assertThat(stayed).isTrue();
  }

  private void wait(AtomicBoolean interruptStayed) {
    Thread.currentThread().interrupt();
    assertThatIllegalStateException()
        .isThrownBy(() -> locks.whileHolding("a", Duration.ofMinutes(1), () -> "never"));
    interruptStayed.set(Thread.currentThread().isInterrupted());
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
