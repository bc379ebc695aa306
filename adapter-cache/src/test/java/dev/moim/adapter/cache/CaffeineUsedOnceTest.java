package dev.moim.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.UsedOnce;
import dev.moim.testkit.shared.UsedOnceContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineUsedOnceTest extends UsedOnceContract {
  private final AtomicLong nanos = new AtomicLong();
  private final CaffeineUsedOnce usedOnce = new CaffeineUsedOnce(nanos::get, 1_000);

  @Override
  protected UsedOnce usedOnce() {
    return usedOnce;
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_value_whose_time_is_over_takes_up_no_memory() {
    usedOnce.firstUse("a", Duration.ofSeconds(1));

    pass(Duration.ofSeconds(3));

    assertThat(usedOnce.size()).isZero();
  }

  @Test
  void only_so_many_values_take_up_memory() {
    IntStream.range(0, 100_000).forEach(i -> usedOnce.firstUse("v" + i, Duration.ofDays(1)));

    assertThat(usedOnce.size()).isLessThanOrEqualTo(1_000);
  }
}
