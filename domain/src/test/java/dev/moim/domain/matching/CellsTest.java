package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.domain.shared.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CellsTest {
  private static final long PLENTY = 10_000_000;
  private static final LevelFacet HEIGHT =
      new LevelFacet(new FacetKey("height"), RandomConditions.name("height"), 0, 999);
  private static final Category LARGE =
      RandomConditions.category(
          List.of(RandomConditions.PLACE, HEIGHT, RandomConditions.WHEN, RandomConditions.LEVEL));

  @TestFactory
  Stream<DynamicTest> who_has_a_condition_in_common_is_in_one_set_and_the_other_way_round() {
    return LongStream.range(0, Cases.of(30))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  var random = new SplittableRandom(seed);
                  List<AllOf> wishes =
                      Stream.generate(() -> wish(random)).limit(20 + 5 * seed).toList();
                  List<int[]> sets = cells(LARGE, wishes, PLENTY).orElseThrow().sets();

                  assertThat(sets).allSatisfy(set -> assertThat(meet(wishes, set)).isPresent());
                  for (int i = 0; i < 200; i++) {
                    int[] suited = suited(wishes, random);
                    assertThat(sets).anyMatch(set -> isWithin(suited, set));
                  }
                }));
  }

  @Test
  void on_one_facet_no_set_lies_within_another() {
    var random = new SplittableRandom(1);
    List<AllOf> wishes = Stream.generate(() -> wish(random)).limit(300).toList();
    Category heights = RandomConditions.category(List.of(HEIGHT));
    List<AllOf> heightsOnly =
        wishes.stream()
            .flatMap(wish -> wish.of(HEIGHT.key()).stream())
            .map(height -> new AllOf(Map.of(HEIGHT.key(), height)))
            .toList();

    List<int[]> sets = cells(heights, heightsOnly, PLENTY).orElseThrow().sets();

    assertThat(sets)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            set -> assertThat(sets).filteredOn(other -> isWithin(set, other)).containsExactly(set));
  }

  @Test
  void there_are_none_where_it_would_take_too_long() {
    var conditions = new RandomConditions(1);
    List<AllOf> wishes = Stream.generate(conditions::allOf).limit(100).toList();

    assertThat(cells(RandomConditions.CATEGORY, wishes, 100)).isEmpty();
  }

  @Test
  void without_facets_all_are_in_one_set() {
    Cells cells =
        cells(RandomConditions.category(List.of()), List.of(AllOf.ANYTHING, AllOf.ANYTHING), PLENTY)
            .orElseThrow();

    assertThat(cells.sets()).containsExactly(new int[] {0, 1});
    assertThat(cells.sizes(cells.sets().getFirst())).containsExactly(2);
    assertThat(cells.parts()).containsExactly(new int[] {0, 1});
  }

  private static Optional<Cells> cells(Category category, List<AllOf> wishes, long steps) {
    List<Candidate<Integer>> candidates =
        IntStream.range(0, wishes.size())
            .mapToObj(i ->
                new Candidate<>(
                    i, 1, wishes.get(i), new GroupSize(2, 4), Instant.EPOCH, Set.<Integer>of()))
            .toList();
    return Cells.among(
        Pool.of(category, candidates),
        IntStream.range(0, wishes.size()).toArray(),
        new Effort(steps));
  }

  /** Heights and windows with more starts than a word has bits. */
  private static AllOf wish(SplittableRandom random) {
    Map<FacetKey, MatchCondition> facets = new HashMap<>();
    if (random.nextBoolean()) {
      facets.put(RandomConditions.PLACE.key(), new RandomConditions(random.nextLong()).oneOf());
    }
    if (random.nextBoolean()) {
      int from = random.nextInt(1_000);
      facets.put(HEIGHT.key(), new Range(from, random.nextInt(from, 1_000)));
    }
    if (random.nextBoolean()) {
      Instant from = Instant.EPOCH.plusSeconds(random.nextInt(20_000));
      Duration length = Duration.ofSeconds(random.nextInt(3_600, 10_000));
      facets.put(
          RandomConditions.WHEN.key(),
          new TimeWindow(from, from.plus(length), RandomConditions.WHEN.leastOverlap()));
    }
    return new AllOf(facets);
  }

  private static Optional<AllOf> meet(List<AllOf> wishes, int[] places) {
    Optional<AllOf> common = Optional.of(AllOf.ANYTHING);
    for (int place : places) {
      common = common.flatMap(met -> met.meet(wishes.get(place)));
    }
    return common;
  }

  /** Some who have a condition in common, in ascending order. */
  private static int[] suited(List<AllOf> wishes, SplittableRandom random) {
    var suited = new ArrayList<Integer>();
    AllOf common = AllOf.ANYTHING;
    for (int tries = 0; tries < 40; tries++) {
      int place = random.nextInt(wishes.size());
      Optional<AllOf> met = common.meet(wishes.get(place));
      if (met.isPresent()) {
        common = met.get();
        suited.add(place);
      }
    }
    return suited.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  private static boolean isWithin(int[] some, int[] set) {
    return Arrays.stream(some).allMatch(place -> Arrays.binarySearch(set, place) >= 0);
  }
}
