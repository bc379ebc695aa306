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
  private static final int PARTIES = 6_000;
  private static final List<String> PLACES = List.of("1", "2", "3");
  private static final Category CATEGORY =
      RandomConditions.category(
          List.of(RandomConditions.options("place", PLACES.toArray(String[]::new))));

  @Test
  void every_one_of_many_parties_finds_another_at_its_place() {
    Packing packing = inCompany(4);

    assertThat(IntStream.range(0, PARTIES))
        .allSatisfy(party -> {
          assertThat(packing.groupOf(party)).hasSize(2);
          assertThat(IntStream.of(packing.groupOf(party)).map(i -> i % 3)).containsOnly(party % 3);
        });
    assertThat(packing.matched()).isEqualTo(2 * PARTIES);
  }

  @Test
  void parties_without_room_for_another_stay_by_themselves() {
    Packing packing = inCompany(3);

    assertThat(IntStream.range(0, PARTIES))
        .allSatisfy(party -> assertThat(packing.groupOf(party)).containsExactly(party));
  }

  /** What comes of parties of two at one place each, which were groups by themselves before. */
  private static Packing inCompany(int most) {
    List<Candidate<Integer>> candidates =
        IntStream.range(0, PARTIES)
            .mapToObj(i -> {
              var place = new OneOf(List.of(PLACES.get(i % 3)));
              var condition = new AllOf(Map.of(new FacetKey("place"), place));
              return new Candidate<>(
                  i, 2, condition, new GroupSize(2, most), Instant.EPOCH, Set.<Integer>of());
            })
            .toList();
    Pool pool = Pool.of(CATEGORY, candidates);
    var packing = new Packing(pool);
    IntStream.range(0, PARTIES).forEach(party -> packing.form(new int[] {party}));
    new Company(pool, packing).find();
    return packing;
  }
}
