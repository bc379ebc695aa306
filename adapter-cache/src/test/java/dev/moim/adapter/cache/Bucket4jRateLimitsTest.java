package dev.moim.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.RateLimits;
import dev.moim.testkit.shared.RateLimitsContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Bucket4jRateLimitsTest extends RateLimitsContract {
  private static final RateLimits.Limit LIMIT =
      new RateLimits.Limit("address", 3, Duration.ofSeconds(3));

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final Bucket4jRateLimits limits = new Bucket4jRateLimits(nanos::get, 1_000);

  @Override
  protected RateLimits limits() {
    return limits;
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_bucket_that_is_full_again_takes_up_no_memory() {
    limits.take(LIMIT, "a");
    pass(LIMIT.refill().dividedBy(2));
    limits.take(LIMIT, "b");
    assertThat(limits.size()).isEqualTo(2);

    pass(LIMIT.refill().dividedBy(2));
    assertThat(limits.size()).isEqualTo(1);
    pass(LIMIT.refill().dividedBy(2));
    assertThat(limits.size()).isZero();
  }

  @Test
  void a_bucket_that_is_not_full_is_not_forgotten() {
    IntStream.range(0, 3).forEach(i -> limits.take(LIMIT, "a"));

    pass(LIMIT.refill().minusMillis(1));

    assertThat(limits.take(LIMIT, "a").remaining()).isEqualTo(1);
  }

  @Test
  void a_million_owners_take_up_no_more_memory_than_allowed() {
    IntStream.range(0, 1_000_000).forEach(i -> limits.take(LIMIT, "address:" + i));

    assertThat(limits.size()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void who_asks_all_the_time_is_not_pushed_out_by_a_flood_of_others() {
    int served = 0;

    for (int i = 0; i < 100_000; i++) {
      served += limits.take(LIMIT, "the one").taken() ? 1 : 0;
      limits.take(LIMIT, "address:" + i);
    }

    assertThat(served).isEqualTo(3);
  }
}
