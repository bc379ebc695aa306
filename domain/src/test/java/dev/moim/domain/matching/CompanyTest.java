package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.RandomConditions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final List<String> PLACES = List.of("1", "2", "3");
  private static final Category CATEGORY =
      RandomConditions.category(
          List.of(RandomConditions.options("place", PLACES.toArray(String[]::new))));

  @Test
  void every_one_of_many_parties_finds_another_at_its_place() {
    Pool pool = pool(6_000, 4);
    Packing packing = eachAlone(pool);

    new Company(pool, packing).find();

    assertThat(IntStream.range(0, pool.size()))
        .allSatisfy(party -> {
          assertThat(packing.groupOf(party)).hasSize(2);
          assertThat(IntStream.of(packing.groupOf(party)).map(i -> i % 3)).containsOnly(party % 3);
        });
    assertThat(packing.matched()).isEqualTo(12_000);
  }

  @Test
  void parties_without_room_for_another_stay_by_themselves() {
    Pool pool = pool(6_000, 3);
    Packing packing = eachAlone(pool);

    new Company(pool, packing).find();

    assertThat(IntStream.range(0, pool.size()))
        .allSatisfy(party -> assertThat(packing.groupOf(party)).containsExactly(party));
  }

  /** Parties of two at one place each. */
  private static Pool pool(int parties, int most) {
    List<Candidate<Integer>> candidates =
        IntStream.range(0, parties)
            .mapToObj(i -> {
              var place = new OneOf(List.of(PLACES.get(i % 3)));
              var condition = new AllOf(Map.of(new FacetKey("place"), place));
              return new Candidate<>(
                  i, 2, condition, new GroupSize(2, most), Instant.EPOCH, Set.<Integer>of());
            })
            .toList();
    return Pool.of(CATEGORY, candidates);
  }

  private static Packing eachAlone(Pool pool) {
    var packing = new Packing(pool);
    IntStream.range(0, pool.size()).forEach(party -> packing.form(new int[] {party}));
    return packing;
  }
}
