package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.condition.Range;
import dev.moim.domain.shared.Cases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConditionTableTest {
  /** Narrow, wide and long facets, so that every layout of a row occurs. */
  private static final Category WIDE =
      RandomConditions.category(
          List.of(
              options("a", 40),
              options("b", 40),
              options("c", 150),
              level("d", 500),
              level("e", 3)));

  @Test
  void a_meal_takes_one_word() {
    Category meal =
        RandomConditions.category(
            List.of(options("place", 3), options("time", 5), options("way", 3)));

    assertThat(new Layout(meal).width()).isEqualTo(1);
  }

  @TestFactory
  Stream<DynamicTest> a_meet_of_rows_is_empty_when_the_meet_of_conditions_is() {
    return LongStream.range(0, Cases.of(20))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  var random = new SplittableRandom(seed);
                  List<AllOf> conditions =
                      Stream.generate(() -> condition(random)).limit(40).toList();
                  ConditionTable table = table(conditions);
                  for (int i = 0; i < 300; i++) {
                    compare(table, conditions, random.ints(4, 0, 40).toArray());
                  }
                }));
  }

  private static ConditionTable table(List<AllOf> conditions) {
    var table = new ConditionTable(new Layout(WIDE), 1);
    for (int row = 0; row < conditions.size(); row++) {
      table.put(row, conditions.get(row));
    }
    return table;
  }

  private static void compare(ConditionTable table, List<AllOf> conditions, int[] rows) {
    long[] words = new long[table.width()];
    table.copy(rows[0], words, 0);
    Optional<AllOf> met = Optional.of(conditions.get(rows[0]));
    assertThat(table.fit(rows[0], rows[1]))
        .isEqualTo(conditions.get(rows[0]).meet(conditions.get(rows[1])).isPresent());
    for (int i = 1; i < rows.length && met.isPresent(); i++) {
      int row = rows[i];
      met = met.flatMap(common -> common.meet(conditions.get(row)));
      assertThat(table.meet(words, 0, row, words, 0)).isEqualTo(met.isPresent());
    }
  }

  private static AllOf condition(SplittableRandom random) {
    Map<FacetKey, MatchCondition> facets = new HashMap<>();
    for (Facet facet : WIDE.facets()) {
      if (random.nextInt(3) > 0) {
        facets.put(facet.key(), answer(facet.key().value(), random));
      }
    }
    return new AllOf(facets);
  }

  private static MatchCondition answer(String facet, SplittableRandom random) {
    return switch (facet) {
      case "d" -> range(500, random);
      case "e" -> range(3, random);
      default -> {
        int options = facet.equals("c") ? 150 : 40;
        List<String> chosen = new ArrayList<>();
        random.ints(options / 3, 0, options).forEach(i -> chosen.add("o" + i));
        yield new OneOf(chosen);
      }
    };
  }

  private static Range range(int levels, SplittableRandom random) {
    int from = random.nextInt(levels);
    return new Range(from, random.nextInt(from, levels));
  }

  private static OptionsFacet options(String key, int count) {
    return RandomConditions.options(
        key, IntStream.range(0, count).mapToObj(i -> "o" + i).toArray(String[]::new));
  }

  private static LevelFacet level(String key, int levels) {
    return new LevelFacet(new FacetKey(key), RandomConditions.name(key), 0, levels - 1);
  }

  @Test
  void an_answer_off_a_long_axis_fits_nobody() {
    FacetKey d = new FacetKey("d");
    ConditionTable table =
        table(
            List.of(
                new AllOf(Map.of(d, new Range(600, 700))), new AllOf(Map.of(d, new Range(0, 9)))));

    assertThat(table.fit(0, 1)).isFalse();
    assertThat(table.fit(1, 1)).isTrue();
  }
}
