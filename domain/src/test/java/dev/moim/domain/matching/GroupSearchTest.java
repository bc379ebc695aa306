package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.moim.domain.condition.RandomConditions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupSearchTest {
  private static final long PLENTY = 1_000_000;
  private static final Avoidances NOBODY = new Avoidances();

  @Test
  void the_one_by_whom_most_is_gained_comes_along() {
    GroupSearch search = search(who("me").size(2, 2), who("b"), who("c"), who("d"));
    consider(search, 0.2, 0.9, 0.5);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0, 2);
  }

  @Test
  void as_many_come_along_as_there_are_places() {
    GroupSearch search = search(who("me").size(2, 3), who("b"), who("c"), who("d"));
    consider(search, 0.2, 0.9, 0.5);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactlyInAnyOrder(0, 2, 3);
  }

  @Test
  void who_costs_something_comes_along_only_if_needed() {
    GroupSearch small = search(who("me"), who("b"), who("c"));
    consider(small, 0.5, -0.1);
    GroupSearch large = search(who("me").size(3, 4), who("b"), who("c"));
    consider(large, 0.5, -0.1);

    assertThat(small.find(0, NOBODY, PLENTY)).containsExactly(0, 1);
    assertThat(large.find(0, NOBODY, PLENTY)).containsExactly(0, 1, 2);
  }

  @Test
  void a_group_that_costs_something_is_better_than_none() {
    GroupSearch search = search(who("me"), who("b"));
    consider(search, -0.5);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0, 1);
  }

  @Test
  void who_finds_nobody_stays_alone() {
    GroupSearch search = search(who("me").size(3, 3), who("b"));
    consider(search, 0.5);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0);
  }

  @Test
  void all_conditions_have_a_common_meet() {
    GroupSearch search =
        search(
            who("me").at("1", "2").size(3, 3),
            who("b").at("2", "3"),
            who("c").at("1", "3"),
            who("d").at("2"));
    consider(search, 0.9, 0.8, 0.1);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0, 1, 3);
  }

  @Test
  void who_is_kept_apart_from_any_member_stays_out() {
    GroupSearch search =
        search(
            who("me").size(3, 3).avoiding("b"),
            who("b"),
            who("c"),
            who("d").avoiding("c"),
            who("e"));
    consider(search, 0.9, 0.8, 0.7, 0.1);
    var apart = new Avoidances();
    apart.add(4, 2);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0, 2, 4);
    assertThat(search.find(0, apart, PLENTY)).containsExactly(0, 3, 4);
  }

  @Test
  void of_too_many_those_by_whom_least_is_gained_are_not_considered() {
    GroupSearch search = search(who("me").size(3, 3), who("b"), who("c"), who("d"), who("e"));
    search.consider(1, 0.1, 2);
    search.consider(2, 0.3, 2);
    search.consider(3, 0.2, 2);
    search.consider(4, 0.1, 2);

    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0, 2, 3);
    search.clear();
    assertThat(search.find(0, NOBODY, PLENTY)).containsExactly(0);
  }

  @Test
  void each_who_fits_in_size_takes_a_step() {
    GroupSearch search =
        search(who("me").at("1"), who("large").size(5, 6), who("elsewhere").at("2"), who("d"));
    consider(search, 0.9, 0.8, 0.7);

    assertThat(search.find(0, NOBODY, 1)).containsExactly(0);
    assertThat(search.find(0, NOBODY, 2)).containsExactly(0, 3);
  }

  @Test
  void a_group_may_have_as_many_as_twenty() {
    Waiting[] others =
        IntStream.range(0, 19).mapToObj(i -> who("p" + i).size(20, 20)).toArray(Waiting[]::new);
    GroupSearch search = search(who("me").size(20, 20), others);
    consider(search, IntStream.range(0, 19).mapToDouble(i -> i).toArray());

    assertThat(search.find(0, NOBODY, PLENTY)).hasSize(20);
  }

  @Test
  void no_valid_group_gains_more() {
    for (long seed = 0; seed < 300; seed++) {
      List<Candidate<Integer>> pool = RandomPools.pool(seed, 9);
      var random = new SplittableRandom(seed);
      double[] gains = random.doubles(pool.size(), -0.3, 1).toArray();
      gains[0] = 0;
      var search = new GroupSearch(Pool.of(RandomConditions.CATEGORY, pool));
      for (int i = 1; i < pool.size(); i++) {
        search.consider(i, gains[i], GroupSearch.MOST);
      }

      int[] found = search.find(0, NOBODY, PLENTY);

      double most = Double.NEGATIVE_INFINITY;
      for (int set = 3; set < 1 << pool.size(); set += 2) {
        int[] members = places(set);
        if (RandomPools.isValid(Arrays.stream(members).mapToObj(pool::get).toList())) {
          most = Math.max(most, Arrays.stream(members).mapToDouble(i -> gains[i]).sum());
        }
      }
      assertThat(found.length > 1).as("seed %d", seed).isEqualTo(Double.isFinite(most));
      if (found.length > 1) {
        assertThat(RandomPools.isValid(Arrays.stream(found).mapToObj(pool::get).toList())).isTrue();
        assertThat(Arrays.stream(found).mapToDouble(i -> gains[i]).sum())
            .as("seed %d", seed)
            .isCloseTo(most, within(1e-6));
      }
    }
  }

  private static int[] places(int set) {
    return IntStream.range(0, Integer.SIZE).filter(i -> (set >> i & 1) == 1).toArray();
  }

  private static GroupSearch search(Waiting me, Waiting... others) {
    List<Candidate<String>> candidates =
        Stream.concat(Stream.of(me), Arrays.stream(others)).map(Waiting::candidate).toList();
    return new GroupSearch(Pool.of(Waiting.CATEGORY, candidates));
  }

  private static void consider(GroupSearch search, double... gains) {
    for (int i = 0; i < gains.length; i++) {
      search.consider(i + 1, gains[i], GroupSearch.MOST);
    }
  }
}
