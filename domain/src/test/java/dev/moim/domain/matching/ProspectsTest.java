package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.matching.Unmatched.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** With nothing formed before, so that all that is found is found here. */
class ProspectsTest {
  private Pool pool = pool(List.of());
  private Packing packing = new Packing(pool);

  @Test
  void a_small_component_is_solved_whatever_was_formed_before() {
    Prospects prospects =
        prospects(
            List.of(
                who("a").at("1").size(2, 2),
                who("b").at("1", "2").size(2, 2),
                who("c").at("2").size(2, 2),
                who("d").at("3").size(3, 3)));
    packing.form(new int[] {0, 1});

    prospects.examine();

    assertThat(prospects.upperBound()).isEqualTo(2);
    assertThat(packing.matched()).isEqualTo(2);
    assertThat(prospects.settled()).containsOnly(true);
    assertThat(prospects.reason(2)).isEqualTo(Reason.LEFT_OVER);
    assertThat(prospects.reason(3)).isEqualTo(Reason.NOBODY_COMPATIBLE);
  }

  @Test
  void a_better_packing_of_a_component_takes_the_place_of_the_one_before() {
    Prospects prospects =
        prospects(
            List.of(
                who("a").at("1").size(2, 2),
                who("b").at("1", "2").size(2, 2),
                who("c").at("2", "3").size(2, 2),
                who("d").at("3").size(2, 2)));
    packing.form(new int[] {1, 2});

    prospects.examine();

    assertThat(packing.matched()).isEqualTo(4);
    assertThat(prospects.upperBound()).isEqualTo(4);
  }

  @Test
  void who_suits_only_somebody_without_a_group_has_none_either() {
    Prospects prospects =
        prospects(
            List.of(
                who("a").at("1").size(3, 3),
                who("b").at("1").size(3, 3),
                who("c").at("2", "3").size(2, 2),
                who("d").at("3").size(2, 2)));

    prospects.examine();

    assertThat(prospects.reason(0)).isEqualTo(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
    assertThat(prospects.reason(1)).isEqualTo(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
    assertThat(packing.matched()).isEqualTo(2);
  }

  @Test
  void a_large_component_is_bounded_by_what_sizes_add_up_to() {
    var all = new ArrayList<Waiting>();
    for (int i = 0; i < 71; i++) {
      all.add(who("p" + i).size(4, 4));
    }
    Prospects prospects = prospects(all);

    prospects.examine();

    assertThat(prospects.upperBound()).isEqualTo(68);
    assertThat(prospects.settled()).containsOnly(false);
  }

  @Test
  void a_large_component_that_is_matched_as_well_as_can_be_is_settled() {
    var all = new ArrayList<Waiting>();
    for (int i = 0; i < 70; i++) {
      all.add(who("p" + i).size(2, 2));
    }
    Prospects prospects = prospects(all);
    for (int i = 0; i < 70; i += 2) {
      packing.form(new int[] {i, i + 1});
    }

    prospects.examine();

    assertThat(prospects.settled()).containsOnly(true);
  }

  @Test
  void many_who_suit_only_their_neighbours_are_matched_by_tightening() {
    for (long seed = 0; seed < 10; seed++) {
      var random = new SplittableRandom(seed);
      var all = new ArrayList<Waiting>();
      for (int i = 0; i < 120; i++) {
        int from = random.nextInt(97);
        int min = random.nextInt(2, 5);
        all.add(who("p" + i).level(from, from + random.nextInt(3)).size(min, 4));
      }
      Prospects prospects = prospects(all);

      prospects.examine();
      prospects.tighten();

      assertThat(packing.matched()).as("seed %d", seed).isEqualTo(prospects.upperBound());
      for (int i = 0; i < 120; i++) {
        if (!packing.isOpen(i)) {
          assertValid(all, packing.groupOf(i));
        }
      }
    }
  }

  @Test
  void a_line_of_neighbours_is_swept_from_one_end_to_the_other() {
    for (long seed = 0; seed < 10; seed++) {
      var random = new SplittableRandom(seed);
      var all = new ArrayList<Waiting>();
      for (int i = 0; i < 99; i++) {
        all.add(who("p" + i).level(i, Math.min(99, i + 1 + random.nextInt(3))).size(3, 3));
      }
      Prospects prospects = prospects(all);

      prospects.examine();
      prospects.tighten();

      assertThat(packing.matched())
          .as("seed %d", seed)
          .isEqualTo(prospects.upperBound())
          .isGreaterThan(60);
      assertThat(prospects.settled()).containsOnly(true);
    }
  }

  @Test
  void crowds_linked_by_somebody_who_can_be_in_no_group_are_bounded_apart() {
    var all = new ArrayList<Waiting>();
    all.add(who("link").level(0, 10).size(3, 3).avoiding("low0"));
    for (int i = 0; i < 41; i++) {
      all.add(who("low" + i).level(0, 0).size(4, 4));
      all.add(who("high" + i).level(10, 10).size(4, 4));
    }
    Prospects prospects = prospects(all);

    prospects.examine();
    int before = prospects.upperBound();
    prospects.tighten();

    assertThat(before).isEqualTo(80);
    assertThat(prospects.upperBound()).isEqualTo(80);
    assertThat(prospects.reason(0)).isEqualTo(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
    assertThat(prospects.settled()[0]).isTrue();
  }

  @Test
  void who_has_more_who_suit_than_can_be_looked_at_is_not_given_up() {
    var all = new ArrayList<Waiting>();
    all.add(who("popular").level(0, 90).size(3, 3));
    for (int i = 0; i < 75; i++) {
      all.add(who("lonely" + i).level(i, i).size(3, 3));
    }
    all.add(who("x").level(80, 80).size(3, 3));
    all.add(who("y").level(80, 80).size(3, 3));
    Prospects prospects = prospects(all);

    prospects.examine();

    assertThat(prospects.settled()[0]).isTrue();
    assertThat(packing.groupOf(0)).containsExactlyInAnyOrder(0, 76, 77);
    assertThat(prospects.upperBound()).isEqualTo(3);
    assertThat(prospects.reason(5)).isEqualTo(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
  }

  private static void assertValid(List<Waiting> all, int[] group) {
    List<Candidate<Integer>> members = new ArrayList<>();
    for (int i : group) {
      Candidate<String> each = all.get(i).candidate();
      members.add(
          new Candidate<>(
              i, each.people(), each.condition(), each.size(), each.submittedAt(), Set.of()));
    }
    assertThat(RandomPools.isValid(members)).isTrue();
  }

  private Prospects prospects(List<Waiting> all) {
    pool = pool(all);
    packing = new Packing(pool);
    return new Prospects(pool, packing, new ExactPacking(pool));
  }

  private static Pool pool(List<Waiting> all) {
    return Pool.of(Waiting.CATEGORY, all.stream().map(Waiting::candidate).toList());
  }
}
