package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Clock} keeps to. */
public abstract class ClockContract {
  protected abstract Clock clock();

  @Test
  void time_is_no_finer_than_every_store_keeps_it() {
    assertThat(Stream.generate(clock()::now).limit(1_000))
        .allSatisfy(now -> assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS)));
  }

  @Test
  void time_is_that_of_our_days() {
    assertThat(clock().now()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }
}
