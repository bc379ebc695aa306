package dev.moim.testkit.condition;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Conditions to test with. */
public final class SampleConditions {
  /** One of each kind of condition, each facet with values that stores get wrong. */
  public static final AllOf EVERY_KIND =
      new AllOf(
          Map.of(
              new FacetKey("place"),
              new OneOf(List.of("seocho", "gaepo")),
              new FacetKey("words"),
              new OneOf(List.of(Samples.HANGUL, Samples.EMOJI, Samples.TRICKY)),
              new FacetKey("level"),
              new Range(-5, 21),
              new FacetKey("widest"),
              new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
              new FacetKey("when"),
              new TimeWindow(
                  Instant.parse("2026-03-02T09:00:00.000001Z"),
                  Instant.parse("2026-03-02T11:00:00.999999Z"),
                  Duration.ofMinutes(60)),
              new FacetKey("whenever"),
              new TimeWindow(Samples.EARLY, Samples.FAR, Duration.parse("PT1.5S")),
              new FacetKey("nested"),
              new AllOf(
                  Map.of(
                      new FacetKey("inner"),
                      new Range(3, 3),
                      new FacetKey("deeper"),
                      AllOf.ANYTHING))));

  private SampleConditions() {}

  public static AllOf oneOf(String facet, String... options) {
    return of(facet, new OneOf(List.of(options)));
  }

  public static AllOf range(String facet, int from, int to) {
    return of(facet, new Range(from, to));
  }

  private static AllOf of(String facet, MatchCondition condition) {
    return new AllOf(Map.of(new FacetKey(facet), condition));
  }
}
