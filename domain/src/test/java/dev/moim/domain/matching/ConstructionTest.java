package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConstructionTest {
  @Test
  void whoever_is_hardest_to_place_chooses_first() {
    Packing packing =
        construct(
            List.of(
                who("bridge").at("1", "2").size(2, 2),
                who("a").at("1").size(2, 2),
                who("scarce").at("2").size(2, 2),
                who("b").at("1").size(2, 2)));

    assertThat(packing.groupOf(2)).containsExactlyInAnyOrder(0, 2);
    assertThat(packing.matched()).isEqualTo(4);
  }

  @Test
  void who_is_chosen_is_hardest_to_place_too() {
    Packing packing =
        construct(
            List.of(
                who("easy").at("1", "2").size(2, 2),
                who("scarcest").at("3").size(2, 2),
                who("a").at("2", "3").size(2, 2),
                who("b").at("1", "3").avoiding("easy", "a").size(2, 2),
                who("c").at("1", "2").size(2, 2)));

    assertThat(packing.groupOf(1)).containsExactlyInAnyOrder(1, 3);
    assertThat(packing.matched()).isEqualTo(4);
  }

  @Test
  void who_needs_more_people_is_harder_to_place() {
    // Two would suit the pair of them, but whoever needs three has nobody else.
    Packing packing =
        construct(
            List.of(
                who("pair").at("1").size(2, 3),
                who("first").at("1").size(2, 3),
                who("four").at("1").size(4, 4),
                who("second").at("1").size(2, 4),
                who("third").at("1").size(2, 4),
                who("fourth").at("1").size(2, 4)));

    assertThat(packing.groupOf(2)).containsExactlyInAnyOrder(2, 3, 4, 5);
    assertThat(packing.matched()).isEqualTo(6);
  }

  @Test
  void people_count_and_not_parties() {
    // The party of three counts three times for who suits it, so the other one chooses first.
    Packing packing =
        construct(
            List.of(
                who("has a party").at("1", "3").size(2, 4),
                who("party").at("1").party(3).size(4, 4),
                who("has two").at("2", "3").size(2, 2),
                who("only").at("2").size(2, 2).avoiding("later"),
                who("later").at("2").size(2, 2)));

    assertThat(packing.isOpen(1)).isFalse();
    assertThat(packing.matched()).isEqualTo(6);
  }

  @Test
  void of_equally_hard_to_place_people_the_oldest_choose_first() {
    Packing packing =
        construct(
            List.of(
                who("young").size(2, 2).since(9),
                who("old").size(2, 2).since(1),
                who("middle").size(2, 2).since(5)));

    assertThat(packing.isOpen(0)).isTrue();
    assertThat(packing.matched()).isEqualTo(2);
  }

  @Test
  void more_than_a_few_are_looked_at_where_these_do_not_suffice() {
    var all = new ArrayList<Waiting>();
    all.add(who("host").at("1").level(0, 90).size(3, 3));
    for (int i = 0; i < 35; i++) {
      all.add(who("lonely" + i).at("1").level(i, i).size(3, 3));
    }
    all.add(who("x").at("1").level(80, 80).size(3, 3).since(20));
    all.add(who("y").at("1").level(80, 80).size(3, 3).since(20));

    Packing packing = construct(all);

    assertThat(packing.matched()).isEqualTo(3);
    assertThat(packing.groupOf(0)).containsExactlyInAnyOrder(0, 36, 37);
  }

  @Test
  void a_party_that_is_a_group_by_itself_has_one() {
    assertThat(construct(List.of(who("party").party(2))).matched()).isEqualTo(2);
  }

  @Test
  void a_great_many_are_placed_by_a_sample() {
    var all = new ArrayList<Waiting>();
    for (int i = 0; i < 1_500; i++) {
      all.add(who("p" + i).at(i % 3 == 0 ? "1" : "2").level(i % 10, i % 10).size(2, 2));
    }
    for (int i = 0; i < 10; i++) {
      all.add(who("rare" + i).at("3").level(i, i).size(2, 2));
      all.add(who("flexible" + i).level(i, i).size(2, 2));
    }

    assertThat(construct(all).matched()).isEqualTo(1_520);
  }

  private static Packing construct(List<Waiting> all) {
    Pool pool = Pool.of(Waiting.CATEGORY, all.stream().map(Waiting::candidate).toList());
    var packing = new Packing(pool);
    new Construction(pool, packing, new ExactPacking(pool), new SplittableRandom(1)).run();
    return packing;
  }
}
