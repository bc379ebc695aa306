package dev.moim.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.testkit.condition.SampleConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionJsonTest {
  @Test
  void the_stored_shape_stays_what_it_was() {
    AllOf condition =
        new AllOf(
            Map.of(
                new FacetKey("place"),
                new OneOf(List.of("seocho", "gaepo")),
                new FacetKey("level"),
                new Range(3, 7),
                new FacetKey("when"),
                new TimeWindow(
                    Instant.parse("2026-11-20T10:00:00Z"),
                    Instant.parse("2026-11-20T12:00:00Z"),
                    Duration.ofHours(1))));
    String stored =
        "{\"$v\":1,"
            + "\"level\":{\"from\":3,\"to\":7},"
            + "\"place\":{\"oneOf\":[\"gaepo\",\"seocho\"]},"
            + "\"when\":{\"from\":\"2026-11-20T10:00:00Z\",\"to\":\"2026-11-20T12:00:00Z\","
            + "\"leastOverlap\":\"PT1H\"}}";

    assertThat(ConditionJson.write(condition)).isEqualTo(stored);
    assertThat(ConditionJson.read(stored)).isEqualTo(condition);
  }

  @Test
  void every_kind_comes_back() {
    assertThat(ConditionJson.read(ConditionJson.write(SampleConditions.EVERY_KIND)))
        .isEqualTo(SampleConditions.EVERY_KIND);
    assertThat(ConditionJson.read(ConditionJson.write(AllOf.ANYTHING))).isEqualTo(AllOf.ANYTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"$v\":2}", "{\"$v\":1,\"level\":{\"from\":1}}", "{\"$v\":1,"})
  void what_is_no_condition_is_refused(String text) {
    assertThatThrownBy(() -> ConditionJson.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
