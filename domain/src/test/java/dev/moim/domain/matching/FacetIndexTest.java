package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.condition.Range;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.domain.shared.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FacetIndexTest {
  private static final Layout LAYOUT = new Layout(RandomConditions.CATEGORY);
  private static final int SLOTS = 300;

  @TestFactory
  Stream<DynamicTest> whoever_fits_is_found_and_only_stretches_are_compared_roughly() {
    return LongStream.range(0, Cases.of(20))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  var random = new RandomConditions(seed);
                  var index = new FacetIndex(LAYOUT, 1);
                  FacetIndex.Probe probe = index.probe();
                  Map<Integer, AllOf> inUse = new HashMap<>();
                  for (int step = 0; step < 1_500; step++) {
                    int slot = random.random().nextInt(SLOTS);
                    if (inUse.remove(slot) != null) {
                      index.remove(slot);
                    } else {
                      AllOf condition = random.allOf();
                      inUse.put(slot, condition);
                      index.add(slot, row(condition), 0);
                    }
                  }

                  for (int i = 0; i < 100; i++) {
                    AllOf wish = random.allOf();
                    probe.aim(row(wish), 0);
                    BitSet found = found(index, probe);
                    inUse.forEach((slot, condition) -> {
                      boolean meets = wish.meet(condition).isPresent();
                      boolean meetsInPositions =
                          withoutWindow(wish).meet(withoutWindow(condition)).isPresent();
                      assertThat(found.get(slot)).isIn(meets, meetsInPositions);
                    });
                    found.stream().forEach(slot -> assertThat(inUse).containsKey(slot));
                  }
                }));
  }

  @Test
  void windows_hours_apart_are_told_from_each_other() {
    var index = new FacetIndex(LAYOUT, 1);
    index.add(0, row(window(10, 12)), 0);
    index.add(1, row(window(16, 18)), 0);
    index.add(2, row(window(0, 24 * 7)), 0);
    index.add(3, row(AllOf.ANYTHING), 0);
    index.add(4, row(window(11, 17)), 0);
    FacetIndex.Probe probe = index.probe();

    probe.aim(row(window(10, 11)), 0);
    assertThat(found(index, probe).stream()).containsExactly(0, 2, 3, 4);
    probe.aim(row(window(17, 19)), 0);
    assertThat(found(index, probe).stream()).containsExactly(1, 2, 3, 4);
    probe.aim(row(window(13, 15)), 0);
    assertThat(found(index, probe).stream()).containsExactly(2, 3, 4);
    probe.aim(row(window(0, 24 * 7)), 0);
    assertThat(found(index, probe).stream()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void only_without_stretches_all_that_are_found_fit() {
    assertThat(new FacetIndex(LAYOUT, 1).isExact()).isFalse();
    assertThat(new FacetIndex(new Layout(Waiting.CATEGORY), 1).isExact()).isFalse();
    assertThat(
            new FacetIndex(
                    new Layout(RandomConditions.category(List.of(RandomConditions.PLACE))), 1)
                .isExact())
        .isTrue();
  }

  @Test
  void a_row_of_an_older_configuration_is_never_found_and_finds_nobody() {
    var index = new FacetIndex(LAYOUT, 1);
    var stale = new AllOf(Map.of(new FacetKey("gone"), new Range(1, 2)));
    index.add(0, row(AllOf.ANYTHING), 0);
    index.add(1, row(AllOf.ANYTHING), 0);
    index.add(1, row(stale), 0);
    index.add(900, row(stale), 0);
    FacetIndex.Probe probe = index.probe();

    probe.aim(row(AllOf.ANYTHING), 0);
    assertThat(found(index, probe).stream()).containsExactly(0);
    probe.aim(row(stale), 0);
    assertThat(found(index, probe).stream()).isEmpty();
  }

  @Test
  void a_row_may_begin_anywhere_in_an_array() {
    long[] rows = new long[3 * LAYOUT.width()];
    LAYOUT.encode(window(10, 12), rows, LAYOUT.width());
    LAYOUT.encode(window(40, 42), rows, 2 * LAYOUT.width());
    var index = new FacetIndex(LAYOUT, 1);
    index.add(700, rows, LAYOUT.width());
    index.add(70, rows, 2 * LAYOUT.width());
    FacetIndex.Probe probe = index.probe();

    probe.aim(rows, LAYOUT.width());
    assertThat(found(index, probe).stream()).containsExactly(700);
    index.remove(700);
    index.remove(5_000);
    assertThat(found(index, probe).stream()).isEmpty();
  }

  private static AllOf window(int fromHour, int toHour) {
    var day = Instant.parse("2026-11-20T00:00:00Z");
    return new AllOf(
        Map.of(
            RandomConditions.WHEN.key(),
            new TimeWindow(
                day.plus(Duration.ofHours(fromHour)),
                day.plus(Duration.ofHours(toHour)),
                Duration.ofHours(1))));
  }

  private static AllOf withoutWindow(AllOf condition) {
    var facets = new HashMap<>(condition.facets());
    facets.remove(RandomConditions.WHEN.key());
    return new AllOf(facets);
  }

  private static long[] row(AllOf condition) {
    long[] row = new long[LAYOUT.width()];
    LAYOUT.encode(condition, row, 0);
    return row;
  }

  private static BitSet found(FacetIndex index, FacetIndex.Probe probe) {
    var found = new BitSet();
    for (int block = 0; block < index.blocks(); block++) {
      for (long bits = probe.find(block); bits != 0; bits &= bits - 1) {
        found.set(block * Long.SIZE + Long.numberOfTrailingZeros(bits));
      }
    }
    return found;
  }
}
