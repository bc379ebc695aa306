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

  @Test
  void a_party_joins_a_group_where_all_suit_each_other() {
    Packing packing =
        inCompany(
            List.of(
                Waiting.who("party").at("1", "2").party(2).size(2, 5),
                Waiting.who("a").at("2", "3").size(2, 5),
                Waiting.who("b").at("1", "2", "3").size(2, 5)));

    assertThat(packing.groupOf(0)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void pairs_that_suit_each_other_do_not_suffice() {
    assertStaysAlone(
        Waiting.who("party").at("1", "2").party(2).size(2, 5),
        Waiting.who("a").at("2", "3").size(2, 5),
        Waiting.who("b").at("1", "3").size(2, 5));
  }

  @Test
  void whom_any_of_a_group_avoids_stays_out_of_it() {
    assertStaysAlone(
        Waiting.who("party").party(2).size(2, 5),
        Waiting.who("a").size(2, 5),
        Waiting.who("b").size(2, 5).avoiding("party"));
  }

  @Test
  void a_group_has_no_more_people_than_all_accept() {
    assertStaysAlone(
        Waiting.who("party").party(2).size(2, 5),
        Waiting.who("a").size(2, 5),
        Waiting.who("b").size(2, 3));
    assertStaysAlone(
        Waiting.who("party").party(3).size(3, 4),
        Waiting.who("a").size(2, 5),
        Waiting.who("b").size(2, 5));
  }

  @Test
  void a_group_that_is_full_by_a_party_takes_no_other() {
    Packing packing =
        inCompany(
            List.of(
                Waiting.who("party").party(2).size(2, 4),
                Waiting.who("a").size(2, 5),
                Waiting.who("b").size(2, 5),
                Waiting.who("other").party(2).size(2, 6)));

    assertThat(packing.groupOf(0)).hasSize(3);
    assertThat(packing.groupOf(3)).containsExactly(3);
  }

  private static void assertStaysAlone(Waiting... partyAndGroup) {
    assertThat(inCompany(List.of(partyAndGroup)).groupOf(0)).containsExactly(0);
  }

  /**
   * What comes of a party that is a group by itself, of a pair after it, and of further parties.
   */
  private static Packing inCompany(List<Waiting> all) {
    Pool pool = Pool.of(Waiting.CATEGORY, all.stream().map(Waiting::candidate).toList());
    var packing = new Packing(pool);
    packing.form(new int[] {0});
    packing.form(new int[] {1, 2});
    for (int i = 3; i < all.size(); i++) {
      packing.form(new int[] {i});
    }
    new Company(pool, packing).find();
    return packing;
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
