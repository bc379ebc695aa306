package dev.moim.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.Ids;
import dev.moim.testkit.shared.IdsContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest extends IdsContract {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00.123456Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final TimeOrderedIds ids = new TimeOrderedIds(now::get, new SecureRandomness());

  @Override
  protected Ids ids() {
    return ids;
  }

  @Test
  void an_identifier_begins_with_its_millisecond() {
    assertThat(Instant.ofEpochMilli(ids.next().getMostSignificantBits() >>> 16))
        .isEqualTo(Instant.parse("2026-03-02T00:00:00.123Z"));
  }

  @Test
  void within_a_millisecond_and_beyond_its_counter_each_is_greater_than_the_last() {
    List<UUID> made = Stream.generate(ids::next).limit(10_000).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void a_clock_that_goes_back_changes_nothing_of_it() {
    UUID before = ids.next();
    now.set(NOW.minusSeconds(3_600));

    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void a_clock_that_goes_on_is_followed() {
    ids.next();
    now.set(NOW.plusSeconds(1));

    assertThat(ids.next().getMostSignificantBits() >>> 16)
        .isEqualTo(NOW.plusSeconds(1).toEpochMilli());
  }
}
