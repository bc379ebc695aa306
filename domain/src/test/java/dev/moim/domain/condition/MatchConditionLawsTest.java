package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MatchConditionLawsTest {
  private static final int CASES = 300;

  @TestFactory
  Stream<DynamicTest> the_meet_of_options_obeys_the_laws() {
    return laws(random -> random::oneOf);
  }

  @TestFactory
  Stream<DynamicTest> the_meet_of_ranges_obeys_the_laws() {
    return laws(random -> random::range);
  }

  @TestFactory
  Stream<DynamicTest> the_meet_of_windows_obeys_the_laws() {
    return laws(random -> random::window);
  }

  @TestFactory
  Stream<DynamicTest> the_meet_of_all_facets_obeys_the_laws() {
    return laws(random -> random::allOf);
  }

  private static Stream<DynamicTest> laws(
      Function<RandomConditions, Supplier<? extends MatchCondition>> kind) {
    return LongStream.range(0, 20)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  var random = kind.apply(new RandomConditions(seed));
                  for (int i = 0; i < CASES; i++) {
                    obeyTheLaws(random.get(), random.get(), random.get());
                  }
                }));
  }

  private static void obeyTheLaws(MatchCondition a, MatchCondition b, MatchCondition c) {
    assertThat(a.meet(b)).as("commutative").isEqualTo(b.meet(a));
    assertThat(a.meet(a)).as("idempotent").contains(a);
    assertThat(meet(a.meet(b), Optional.of(c)))
        .as("associative: %s, %s, %s", a, b, c)
        .isEqualTo(meet(Optional.of(a), b.meet(c)));
    a.meet(b)
        .ifPresent(met -> assertThat(met.meet(a)).as("satisfies both").isEqualTo(Optional.of(met)));
  }

  private static Optional<MatchCondition> meet(
      Optional<MatchCondition> a, Optional<MatchCondition> b) {
    return a.flatMap(x -> b.flatMap(x::meet));
  }

  @TestFactory
  Stream<DynamicTest> anything_is_neutral() {
    return LongStream.range(0, 50)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  AllOf some = new RandomConditions(seed).allOf();

                  assertThat(some.meet(AllOf.ANYTHING)).contains(some);
                  assertThat(AllOf.ANYTHING.meet(some)).contains(some);
                }));
  }

  @Test
  void conditions_of_different_kinds_never_meet() {
    var random = new RandomConditions(1);
    List<MatchCondition> kinds =
        List.of(random.oneOf(), random.range(), random.window(), AllOf.ANYTHING);

    for (MatchCondition one : kinds) {
      for (MatchCondition other : kinds) {
        if (!one.equals(other)) {
          assertThat(one.meet(other)).isEmpty();
        }
      }
    }
  }

  @Test
  void compatible_pairs_are_not_a_compatible_group() {
    MatchCondition a = new OneOf(List.of("1", "2"));
    MatchCondition b = new OneOf(List.of("2", "3"));
    MatchCondition c = new OneOf(List.of("1", "3"));

    assertThat(a.meet(b)).isPresent();
    assertThat(b.meet(c)).isPresent();
    assertThat(a.meet(c)).isPresent();
    assertThat(a.meet(b).flatMap(c::meet)).isEmpty();
  }
}
