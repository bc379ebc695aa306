package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.Encoding.Stretch;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A group has something in common in writing exactly when its conditions meet. */
class EncodingTest {
  private static final LevelFacet LONG_SCALE =
      new LevelFacet(new FacetKey("points"), RandomConditions.name("points"), 0, 900);

  @TestFactory
  Stream<DynamicTest> options_share_a_position_when_they_meet() {
    return agreesWithMeet(RandomConditions.PLACE, random -> random::oneOf);
  }

  @TestFactory
  Stream<DynamicTest> levels_share_a_position_when_they_meet() {
    return agreesWithMeet(RandomConditions.LEVEL, random -> random::range);
  }

  @TestFactory
  Stream<DynamicTest> levels_of_a_long_scale_share_a_stretch_when_they_meet() {
    return agreesWithMeet(LONG_SCALE, random -> random::range);
  }

  @TestFactory
  Stream<DynamicTest> windows_share_a_stretch_when_they_meet() {
    return agreesWithMeet(RandomConditions.WHEN, random -> random::window);
  }

  private static Stream<DynamicTest> agreesWithMeet(
      Facet facet, Function<RandomConditions, Supplier<MatchCondition>> kind) {
    return LongStream.range(0, 50)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  var random = new RandomConditions(seed);
                  List<MatchCondition> answers =
                      Stream.generate(kind.apply(random)).limit(20).toList();
                  for (int i = 0; i < 200; i++) {
                    int size = random.random().nextInt(1, 6);
                    List<MatchCondition> group =
                        Stream.generate(() -> answers.get(random.random().nextInt(20)))
                            .limit(size)
                            .toList();
                    assertThat(haveSomethingInCommon(facet, group))
                        .as("%s", group)
                        .isEqualTo(meet(group).isPresent());
                  }
                }));
  }

  private static boolean haveSomethingInCommon(Facet facet, List<MatchCondition> group) {
    return switch (facet.encoding()) {
      case Encoding.Positions encoding -> {
        var common = new BitSet();
        common.set(0, encoding.size());
        group.forEach(condition -> common.and(encoding.accepted().apply(condition)));
        yield !common.isEmpty();
      }
      case Encoding.Line encoding -> {
        List<Stretch> stretches = group.stream().map(encoding.accepted()).toList();
        long from = stretches.stream().mapToLong(Stretch::from).max().orElseThrow();
        long to = stretches.stream().mapToLong(Stretch::to).min().orElseThrow();
        yield to - from >= stretches.stream().mapToLong(Stretch::least).max().orElseThrow();
      }
    };
  }

  private static Optional<MatchCondition> meet(List<MatchCondition> group) {
    Optional<MatchCondition> common = Optional.of(group.getFirst());
    for (MatchCondition condition : group) {
      common = common.flatMap(condition::meet);
    }
    return common;
  }

  @Test
  void a_condition_of_another_configuration_accepts_no_position() {
    var random = new RandomConditions(1);
    MatchCondition gone = new OneOf(List.of("closed-campus"));

    assertThat(haveSomethingInCommon(RandomConditions.PLACE, List.of(gone))).isFalse();
    assertThat(haveSomethingInCommon(RandomConditions.PLACE, List.of(random.range()))).isFalse();
    for (Facet levels : List.of(RandomConditions.LEVEL, LONG_SCALE)) {
      assertThat(haveSomethingInCommon(levels, List.of(random.oneOf()))).isFalse();
      assertThat(haveSomethingInCommon(levels, List.of(new Range(10, 12))))
          .isEqualTo(levels.equals(LONG_SCALE));
      assertThat(haveSomethingInCommon(levels, List.of(new Range(-3, -1)))).isFalse();
      assertThat(haveSomethingInCommon(levels, List.of(new Range(1_000, 1_001)))).isFalse();
    }
    assertThat(haveSomethingInCommon(RandomConditions.WHEN, List.of(random.oneOf()))).isFalse();
  }
}
