package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A group has a common position on a facet's axis exactly when its conditions meet. */
class AxisTest {
  @TestFactory
  Stream<DynamicTest> options_share_a_position_when_they_meet() {
    return agreesWithMeet(RandomConditions.PLACE, random -> random::oneOf);
  }

  @TestFactory
  Stream<DynamicTest> levels_share_a_position_when_they_meet() {
    return agreesWithMeet(RandomConditions.LEVEL, random -> random::range);
  }

  @TestFactory
  Stream<DynamicTest> windows_share_a_position_when_they_meet() {
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
                  Axis axis = facet.axis(answers);
                  for (int i = 0; i < 200; i++) {
                    int size = random.random().nextInt(1, 6);
                    List<MatchCondition> group =
                        Stream.generate(() -> answers.get(random.random().nextInt(20)))
                            .limit(size)
                            .toList();
                    assertThat(haveCommonPosition(axis, group))
                        .as("%s", group)
                        .isEqualTo(meet(group).isPresent());
                  }
                }));
  }

  private static boolean haveCommonPosition(Axis axis, List<MatchCondition> group) {
    var common = new BitSet();
    common.set(0, axis.size());
    group.forEach(condition -> common.and(axis.accepted(condition)));
    return !common.isEmpty();
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

    assertThat(RandomConditions.PLACE.axis(List.of(gone)).accepted(gone).isEmpty()).isTrue();
    assertThat(RandomConditions.PLACE.axis(List.of()).accepted(random.range()).isEmpty()).isTrue();
    assertThat(RandomConditions.LEVEL.axis(List.of()).accepted(random.oneOf()).isEmpty()).isTrue();
    assertThat(RandomConditions.LEVEL.axis(List.of()).accepted(new Range(10, 12)).isEmpty())
        .isTrue();
    assertThat(RandomConditions.WHEN.axis(List.of()).accepted(random.oneOf()).isEmpty()).isTrue();
  }
}
