package dev.moim.adapter.web.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.matching.port.in.PoolInspection.Kind;
import dev.moim.application.matching.port.in.PoolView;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolResponsesTest {
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

  @Test
  void each_step_says_what_it_is() {
    PoolView pool =
        new PoolView(
            MEAL,
            3,
            Optional.of(Duration.ofMinutes(2)),
            List.of(
                new Relaxation.AnyValue(new FacetKey("way"), Duration.ofMinutes(10)),
                new Relaxation.SmallerGroup(2, Duration.ofMinutes(15))));

    assertThat(PoolResponse.of(pool))
        .isEqualTo(
            new PoolResponse(
                "meal",
                3,
                120L,
                List.of(
                    new PoolResponse.Step("way", "ANY_VALUE", "way", null, 600),
                    new PoolResponse.Step("size", "SMALLER_GROUP", null, 2, 900))));
  }

  @Test
  void each_decision_says_why() {
    PoolInspection pool =
        new PoolInspection(
            MEAL,
            1,
            Optional.of(Duration.ofSeconds(90)),
            2,
            new PoolInspection.LastHour(9, 4, 1, 3),
            Optional.of(Duration.ofSeconds(30)),
            List.of(
                new PoolInspection.Decided(
                    NOW, Kind.FORMED, 2, Optional.of(Cause.ARRIVAL), Optional.empty()),
                new PoolInspection.Decided(
                    NOW,
                    Kind.EXPIRED,
                    1,
                    Optional.empty(),
                    Optional.of(EndReason.NO_GROUP_POSSIBLE))));

    assertThat(PoolInspectionResponse.of(pool))
        .isEqualTo(
            new PoolInspectionResponse(
                "meal",
                1,
                90L,
                2,
                new PoolInspectionResponse.LastHour(9, 4, 1, 3),
                30L,
                List.of(
                    new PoolInspectionResponse.Decided(NOW, "FORMED", 2, "ARRIVAL"),
                    new PoolInspectionResponse.Decided(NOW, "EXPIRED", 1, "NO_GROUP_POSSIBLE"))));
  }
}
