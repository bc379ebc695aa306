package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Ids} keeps to. */
public abstract class IdsContract {
  protected abstract Ids ids();

  @Test
  void identifiers_are_of_version_7_and_the_standard_variant() {
    assertThat(Stream.generate(ids()::next).limit(1_000))
        .allSatisfy(id -> {
          assertThat(id.version()).isEqualTo(7);
          assertThat(id.variant()).isEqualTo(2);
        });
  }

  @Test
  void identifiers_are_ordered_by_time() {
    assertThat(Stream.generate(ids()::next).limit(10_000).map(IdsContract::millis)).isSorted();
  }

  @Test
  void no_identifier_is_given_twice_however_many_ask() {
    List<Race.Outcome<List<UUID>>> outcomes =
        Race.of(8, i -> Stream.generate(ids()::next).limit(5_000).toList());

    assertThat(
            outcomes.stream()
                .flatMap(outcome -> outcome.result().orElseThrow().stream())
                .distinct())
        .hasSize(40_000);
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
