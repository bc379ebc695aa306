package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.condition.Range;
import dev.moim.domain.matching.Unmatched.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupMatcherTest {
  private static final FacetKey PLACE = new FacetKey("place");
  private static final Category CATEGORY =
      RandomConditions.category(List.of(RandomConditions.options("place", "1", "2", "3")));
  private static final LevelFacet LEVEL =
      new LevelFacet(new FacetKey("level"), RandomConditions.name("level"), 0, 99);
  private static final Category LEVELS = RandomConditions.category(List.of(LEVEL));

  @Test
  void two_who_suit_each_other_are_a_group_with_one_agreed_value() {
    Matching<String> matching = match(at("minji", "1", "2"), at("jun", "2", "3"));

    assertThat(matching.groups())
        .containsExactly(
            new Group<>(
                List.of("minji", "jun"), 2, new AllOf(Map.of(PLACE, new OneOf(List.of("2"))))));
    assertThat(matching.unmatched()).isEmpty();
    assertThat(matching.matched()).isEqualTo(2);
    assertThat(matching.upperBound()).isEqualTo(2);
  }

  @Test
  void three_of_whom_only_pairs_suit_are_no_group_of_three() {
    Matching<String> matching =
        match(
            size(at("a", "1", "2"), 3, 3),
            size(at("b", "2", "3"), 3, 3),
            size(at("c", "1", "3"), 3, 3));

    assertThat(matching.groups()).isEmpty();
    assertThat(matching.unmatched())
        .extracting(Unmatched::reason)
        .containsOnly(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
    assertThat(matching.upperBound()).isZero();
  }

  @Test
  void the_group_has_a_size_that_all_accept() {
    Matching<String> matching =
        match(size(at("a"), 2, 3), size(at("b"), 3, 4), size(at("c"), 3, 4));

    assertThat(matching.groups()).extracting(Group::people).containsExactly(3);
  }

  @Test
  void nobody_to_match_is_an_empty_matching() {
    assertThat(match()).isEqualTo(new Matching<>(List.of(), List.of(), 0, 0));
  }

  @Test
  void each_unmatched_is_told_why() {
    Matching<String> matching =
        match(
            at("alone", "3"),
            size(at("a", "1"), 2, 2),
            size(at("b", "1"), 2, 2),
            size(at("c", "1"), 2, 2),
            size(at("many", "1"), 4, 12));

    assertThat(matching.groups()).hasSize(1);
    assertThat(matching.unmatched())
        .extracting(Unmatched::reason)
        .containsExactlyInAnyOrder(
            Reason.NOBODY_COMPATIBLE, Reason.NO_GROUP_OF_ACCEPTED_SIZE, Reason.LEFT_OVER);
    assertThat(matching.unmatched().getFirst())
        .isEqualTo(new Unmatched<>("alone", Reason.NOBODY_COMPATIBLE));
    assertThat(matching.upperBound()).isEqualTo(2);
  }

  @Test
  void of_equally_placed_people_the_oldest_is_not_left_over() {
    Candidate<String> young = at("young");
    Candidate<String> old =
        new Candidate<>(
            "old", 1, young.condition(), young.size(), Instant.EPOCH.minusSeconds(60), Set.of());

    Matching<String> matching =
        GroupMatcher.match(CATEGORY, pairsOnly(young, at("middle"), old), 1, 0);

    assertThat(matching.groups()).flatExtracting(Group::members).contains("old");
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Candidate<String>> pairsOnly(Candidate<String>... candidates) {
    return Arrays.stream(candidates).map(candidate -> size(candidate, 2, 2)).toList();
  }

  @Test
  void a_party_is_never_torn_apart_and_counts_in_full() {
    Matching<String> matching =
        match(size(party("three", 3), 4, 4), size(party("two", 2), 4, 4), size(at("one"), 4, 4));

    assertThat(matching.groups())
        .singleElement()
        .satisfies(group -> {
          assertThat(group.members()).containsExactly("three", "one");
          assertThat(group.people()).isEqualTo(4);
        });
    assertThat(matching.people()).isEqualTo(6);
    assertThat(matching.unmatched()).extracting(Unmatched::id).containsExactly("two");
  }

  @Test
  void a_party_of_an_accepted_size_is_a_group_but_has_company_where_it_can() {
    assertThat(match(size(party("p", 2), 2, 4)).groups())
        .extracting(Group::members)
        .containsExactly(List.of("p"));
    assertThat(match(size(party("p", 2), 2, 4), size(party("q", 2), 2, 4)).groups())
        .extracting(Group::members)
        .containsExactly(List.of("p", "q"));
    assertThat(match(size(party("p", 2), 2, 3), size(party("q", 2), 2, 3)).groups()).hasSize(2);
  }

  @Test
  void who_avoids_somebody_is_in_no_group_with_them_in_either_direction() {
    Candidate<String> a = avoiding(at("a"), "b", "stranger", "a");

    assertThat(match(a, at("b")).unmatched())
        .extracting(Unmatched::reason)
        .containsOnly(Reason.NOBODY_COMPATIBLE);
    assertThat(match(at("b"), a).groups()).isEmpty();
    assertThat(match(a, at("b"), size(at("c"), 3, 3)).groups()).isEmpty();
  }

  @Test
  void a_party_in_company_keeps_out_of_the_way_of_those_it_avoids() {
    Candidate<String> p = avoiding(size(party("p", 2), 2, 4), "c");

    Matching<String> matching =
        match(p, size(at("b"), 2, 4), size(at("c"), 2, 2), size(at("d"), 2, 2));

    assertThat(matching.matched()).isEqualTo(5);
    assertThat(matching.groups())
        .extracting(Group::members)
        .containsExactly(List.of("p", "b"), List.of("c", "d"));
  }

  @Test
  void a_wish_from_an_older_configuration_suits_nobody() {
    Candidate<String> stale =
        new Candidate<>(
            "stale",
            1,
            new AllOf(Map.of(new FacetKey("gone"), new Range(1, 2))),
            new GroupSize(2, 4),
            Instant.EPOCH,
            Set.of());

    Matching<String> matching = match(stale, at("a"), at("b"));

    assertThat(matching.groups()).extracting(Group::members).containsExactly(List.of("a", "b"));
    assertThat(matching.unmatched())
        .containsExactly(new Unmatched<>("stale", Reason.NOBODY_COMPATIBLE));
  }

  @Test
  void two_candidates_of_one_id_are_a_mistake_of_the_caller() {
    assertThatIllegalArgumentException().isThrownBy(() -> match(at("a"), at("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> party("nobody", 0));
  }

  @Test
  void exactly_fours_are_rescued_by_exchanging_members() {
    // Greedy by scarcity can take the flexible ones for the wrong place; there is room for all.
    var candidates = new ArrayList<Candidate<String>>();
    for (int i = 0; i < 12; i++) {
      candidates.add(size(at("one" + i, "1"), 4, 4));
      candidates.add(size(at("two" + i, "2"), 4, 4));
    }
    IntStream.range(0, 4).forEach(i -> candidates.add(size(at("any" + i), 4, 4)));
    candidates.add(size(at("x1", "1"), 4, 4));
    candidates.add(size(at("x2", "2"), 4, 4));
    candidates.add(size(at("y1", "1", "2"), 4, 4));
    candidates.add(size(at("y2", "2", "1"), 4, 4));

    assertThat(GroupMatcher.match(CATEGORY, candidates, 1, GroupMatcher.USUAL_STEPS).matched())
        .isEqualTo(32);
  }

  @Test
  void who_only_seems_to_have_a_group_is_found_out_when_the_others_have_none() {
    // The first suits more people than can be looked at together, of whom none is in a group.
    var candidates = new ArrayList<Candidate<String>>();
    candidates.add(size(at("popular"), 3, 3));
    for (int i = 0; i < 80; i++) {
      candidates.add(size(level("only" + i, i), 3, 3));
    }

    Matching<String> matching = GroupMatcher.match(LEVELS, candidates, 1, 0);

    assertThat(matching.upperBound()).isZero();
    assertThat(matching.unmatched())
        .extracting(Unmatched::reason)
        .containsOnly(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
  }

  @Test
  void the_bound_is_close_where_many_need_the_same_person() {
    var candidates = new ArrayList<Candidate<String>>();
    candidates.add(size(at("popular"), 2, 2));
    for (int i = 0; i < 80; i++) {
      candidates.add(size(level("only" + i, i), 2, 2));
    }

    Matching<String> matching = GroupMatcher.match(LEVELS, candidates, 1, 0);

    assertThat(matching.matched()).isEqualTo(2);
    assertThat(matching.upperBound()).isEqualTo(2);
  }

  @Test
  void people_who_suit_in_pairs_but_share_no_group_are_bounded_apart() {
    // A ring of neighbours, of whom some places have enough for four and most have not.
    var candidates = new ArrayList<Candidate<String>>();
    for (int i = 0; i < 90; i++) {
      candidates.add(size(levels("ring" + i, i, i + 1), 4, 4));
    }
    for (int i = 0; i < 3; i++) {
      candidates.add(size(level("left" + i, 0), 4, 4));
      candidates.add(size(level("right" + i, 80), 4, 4));
    }

    Matching<String> matching = GroupMatcher.match(LEVELS, candidates, 1, 0);

    assertThat(matching.matched()).isEqualTo(8);
    assertThat(matching.upperBound()).isEqualTo(8);
    assertThat(matching.unmatched())
        .filteredOn(unmatched -> unmatched.id().equals("ring40"))
        .extracting(Unmatched::reason)
        .containsExactly(Reason.NO_GROUP_OF_ACCEPTED_SIZE);
  }

  @Test
  void two_crowds_that_only_a_pair_links_are_bounded_apart() {
    var candidates = new ArrayList<Candidate<String>>();
    candidates.add(size(levels("left", 0, 5), 4, 4));
    candidates.add(size(levels("right", 5, 10), 4, 4));
    candidates.add(size(level("between", 5), 4, 4));
    for (int i = 0; i < 38; i++) {
      candidates.add(size(level("low" + i, 0), 4, 4));
      candidates.add(size(level("high" + i, 10), 4, 4));
    }

    Matching<String> matching = GroupMatcher.match(LEVELS, candidates, 1, 0);

    assertThat(matching.matched()).isEqualTo(72);
    assertThat(matching.upperBound()).isEqualTo(72);
  }

  @Test
  void a_bound_that_cannot_be_made_close_is_still_honest() {
    // One of the three crowds can be made even, the other two leave one out each.
    var candidates = new ArrayList<Candidate<String>>();
    candidates.add(size(levels("popular", 0, 20), 2, 2));
    for (int i = 0; i < 67; i++) {
      candidates.add(size(level("low" + i, 0), 2, 2));
      candidates.add(size(level("middle" + i, 10), 2, 2));
      candidates.add(size(level("high" + i, 20), 2, 2));
    }

    Matching<String> matching = GroupMatcher.match(LEVELS, candidates, 1, 0);

    assertThat(matching.matched()).isEqualTo(200);
    assertThat(matching.upperBound()).isBetween(200, 202);
  }

  @Test
  void many_who_suit_only_their_neighbours_are_matched_as_well_as_can_be() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new SplittableRandom(seed);
      var candidates = new ArrayList<Candidate<String>>();
      for (int i = 0; i < 140; i++) {
        int from = random.nextInt(97);
        int min = random.nextInt(2, 5);
        candidates.add(size(levels("p" + i, from, from + random.nextInt(3)), min, 4));
      }

      Matching<String> matching = GroupMatcher.match(LEVELS, candidates, seed, 0);

      assertThat(matching.matched()).as("seed %d", seed).isEqualTo(matching.upperBound());
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Matching<String> match(Candidate<String>... candidates) {
    return GroupMatcher.match(CATEGORY, List.of(candidates), 1, 100_000);
  }

  private static Candidate<String> at(String id, String... places) {
    AllOf condition =
        places.length == 0 ? AllOf.ANYTHING : new AllOf(Map.of(PLACE, new OneOf(List.of(places))));
    return new Candidate<>(id, 1, condition, new GroupSize(2, 4), Instant.EPOCH, Set.of());
  }

  private static Candidate<String> level(String id, int level) {
    return levels(id, level, level);
  }

  private static Candidate<String> levels(String id, int from, int to) {
    AllOf condition = new AllOf(Map.of(LEVEL.key(), new Range(from, to)));
    return new Candidate<>(id, 1, condition, new GroupSize(2, 4), Instant.EPOCH, Set.of());
  }

  private static Candidate<String> party(String id, int people) {
    return new Candidate<>(
        id, people, AllOf.ANYTHING, new GroupSize(2, 4), Instant.EPOCH, Set.of());
  }

  private static Candidate<String> size(Candidate<String> who, int min, int max) {
    return new Candidate<>(
        who.id(),
        who.people(),
        who.condition(),
        new GroupSize(min, max),
        who.submittedAt(),
        who.avoids());
  }

  private static Candidate<String> avoiding(Candidate<String> who, String... others) {
    return new Candidate<>(
        who.id(), who.people(), who.condition(), who.size(), who.submittedAt(), Set.of(others));
  }
}
