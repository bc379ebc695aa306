package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.shared.Cases;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
