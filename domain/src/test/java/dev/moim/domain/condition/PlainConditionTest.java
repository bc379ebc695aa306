package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainConditionTest {
  @Test
  void a_condition_says_the_same_in_texts_numbers_and_instants() {
    Instant from = Instant.parse("2026-03-02T03:00:00Z");
    Instant to = from.plusSeconds(7_200);
    AllOf condition =
        new AllOf(
            Map.of(
                new FacetKey("place"), new OneOf(List.of("seocho", "gaepo")),
                new FacetKey("level"), new Range(3, 7),
                new FacetKey("when"), new TimeWindow(from, to, Duration.ofHours(1))));

    assertThat(condition.plain())
        .isEqualTo(
            Map.of(
                "place", Map.of("oneOf", List.of("gaepo", "seocho")),
                "level", Map.of("from", 3, "to", 7),
                "when", Map.of("from", from, "to", to, "leastOverlap", "PT1H")));
    assertThat(AllOf.ANYTHING.plain()).isEmpty();
  }
}
