package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.minute;
import static dev.moim.domain.matching.Waiting.place;
import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.Range;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OnlineMatcherTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Groups are closed at once, and nobody is rescued. */
  private static final MatchingPolicy PLAIN =
      new MatchingPolicy(Timing.atArrival(), Partners.SCARCEST, false, true, Duration.ZERO, false);

  private static final MatchingPolicy OLDEST =
      new MatchingPolicy(Timing.atArrival(), Partners.OLDEST, false, true, Duration.ZERO, false);

  private static MatchingPolicy every(long minutes) {
    var timing = new Timing.Every(Duration.ofMinutes(minutes));
    return new MatchingPolicy(timing, Partners.SCARCEST, false, true, Duration.ZERO, false);
  }

  private OnlineMatcher<String> matcher = matcher(MatchingPolicy.DEFAULT);

  private static OnlineMatcher<String> matcher(MatchingPolicy policy) {
    return new OnlineMatcher<>(Waiting.CATEGORY, policy, 1);
  }

  private List<Decision<String>> add(long minute, Waiting who) {
    return matcher.add(who.comingAt(minute).request(), minute(minute));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /** The members of each group that was formed or changed, by name. */
  private static List<List<String>> groups(List<Decision<String>> decisions) {
    var groups = new ArrayList<List<String>>();
    for (Decision<String> decision : decisions) {
      switch (decision) {
        case Decision.Formed<String> formed -> groups.add(sorted(formed.members()));
        case Decision.Changed<String> changed -> groups.add(sorted(changed.members()));
        case Decision.Closed<String> closed -> {}
        case Decision.Dissolved<String> dissolved -> {}
        case Decision.Relaxed<String> relaxed -> {}
        case Decision.Expired<String> expired -> {}
      }
    }
    return groups;
  }

  // A decision about groups or requests, without its step, its cause and what else is told of it.

  private static Decision<String> formed(
      Instant at, long group, List<String> members, int people, boolean open) {
    return new Decision.Formed<>(
        at, 0, Cause.ARRIVAL, group, members, people, open, Optional.empty());
  }

  private static Decision<String> changed(
      Instant at, long group, List<String> members, int people, boolean open) {
    return new Decision.Changed<>(
        at, 0, Cause.ARRIVAL, group, members, people, open, Optional.empty());
  }

  private static Decision<String> closed(
      Instant at, long group, List<String> members, AllOf agreed) {
    return new Decision.Closed<>(at, 0, Cause.ARRIVAL, group, members, agreed);
  }

  private static Decision<String> dissolved(Instant at, long group, List<String> waiting) {
    return new Decision.Dissolved<>(at, 0, Cause.ARRIVAL, group, waiting);
  }

  private static Decision<String> relaxed(Instant at, String id, Relaxation relaxation) {
    return new Decision.Relaxed<>(at, 0, id, relaxation);
  }

  private static Decision<String> expired(Instant at, String id) {
    return new Decision.Expired<>(at, 0, id, 0);
  }

  private static Decision<String> gist(Decision<String> decision) {
    return switch (decision) {
      case Decision.Formed<String> it ->
          formed(it.at(), it.group(), it.members(), it.people(), it.open());
      case Decision.Changed<String> it ->
          changed(it.at(), it.group(), it.members(), it.people(), it.open());
      case Decision.Closed<String> it -> closed(it.at(), it.group(), it.members(), it.agreed());
      case Decision.Dissolved<String> it -> dissolved(it.at(), it.group(), it.waiting());
      case Decision.Relaxed<String> it -> relaxed(it.at(), it.id(), it.relaxation());
      case Decision.Expired<String> it -> expired(it.at(), it.id());
    };
  }

  @Nested
  class Arrivals {
    @Test
    void two_who_suit_each_other_are_a_group_when_the_second_arrives() {
      assertThat(add(0, who("minji").at("1", "2"))).isEmpty();
      assertThat(matcher.waiting()).isEqualTo(1);

      assertThat(add(1, who("jun").at("2", "3")))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(formed(minute(1), 1, List.of("minji", "jun"), 2, true));
      assertThat(matcher.waiting()).isZero();
      assertThat(matcher.contains("minji")).isTrue();
      assertThat(matcher.contains("stranger")).isFalse();
    }

    @Test
    void three_of_whom_only_pairs_suit_are_no_group_of_three() {
      add(0, who("a").at("1", "2").size(3, 3));
      add(0, who("b").at("2", "3").size(3, 3));

      assertThat(add(0, who("c").at("1", "3").size(3, 3))).isEmpty();
      assertThat(matcher.recompute(minute(1))).isEmpty();
      assertThat(matcher.waiting()).isEqualTo(3);
    }

    @Test
    void the_group_has_a_size_that_all_accept() {
      assertThat(add(0, who("a").size(2, 3))).isEmpty();
      assertThat(add(0, who("b").size(3, 4))).isEmpty();

      assertThat(add(0, who("c").size(3, 4)))
          .singleElement()
          .isInstanceOfSatisfying(
              Decision.Formed.class,
              formed -> {
                assertThat(formed.people()).isEqualTo(3);
                assertThat(formed.open()).isFalse();
              });
    }

    @Test
    void a_group_that_may_not_change_is_closed_at_once() {
      matcher = matcher(PLAIN);
      add(0, who("a").at("1"));

      assertThat(add(1, who("b").at("1")))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(
              formed(minute(1), 1, List.of("a", "b"), 2, false),
              closed(minute(1), 1, List.of("a", "b"), place("1")));
      assertThat(matcher.contains("a")).isFalse();
      assertThat(matcher.nextDue()).isEmpty();
    }

    @Test
    void who_was_in_a_group_that_is_closed_may_come_again() {
      matcher = matcher(PLAIN);
      add(0, who("a"));
      add(1, who("b"));
      add(2, who("a"));

      assertThat(groups(add(3, who("c")))).containsExactly(List.of("a", "c"));
    }

    @Test
    void of_many_who_wait_the_one_who_suits_is_found() {
      matcher = matcher(PLAIN);
      for (int i = 0; i < 99; i++) {
        add(0, who("at 1, " + i).at("1").level(i, i).size(2, 2));
        add(0, who("at 3, " + i).at("3").level(i, i).size(2, 2));
      }
      add(0, who("at 2").at("2").size(2, 2));

      assertThat(groups(add(1, who("late").at("2").size(2, 2))))
          .containsExactly(List.of("at 2", "late"));
    }
  }

  @Nested
  class Refusals {
    @Test
    void time_stands_still_where_it_would_go_back() {
      add(5, who("a"));

      assertThat(matcher.advance(minute(4))).isEmpty();
      assertThat(add(4, who("b").since(4))).extracting(Decision::at).containsOnly(minute(5));
    }

    @Test
    void nobody_is_in_the_pool_twice() {
      add(0, who("a"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> add(1, who("a")))
          .withMessageContaining("already in the pool");
      add(1, who("b"));
      assertThatIllegalArgumentException().isThrownBy(() -> add(1, who("b")));
    }

    @Test
    void nobody_is_restored_if_one_is_in_the_pool_already() {
      add(0, who("a").at("1"));

      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              matcher.restore(List.of(who("b").at("2").request(), who("a").request()), minute(1)));
      assertThat(matcher.waiting()).isEqualTo(1);
    }

    @Test
    void who_has_expired_is_not_taken_in() {
      assertThat(add(30, who("a").since(0)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "a"));
      assertThat(matcher.waiting()).isZero();
    }

    @Test
    void who_has_any_time_left_is_taken_in() {
      assertThat(matcher.add(who("a").request(), minute(30).minusMillis(1))).isEmpty();
      assertThat(matcher.waiting()).isEqualTo(1);
    }
  }

  @Nested
  class Joiners {
    @Test
    void an_open_group_takes_in_others_until_it_is_full() {
      add(0, who("a").at("1", "2"));
      add(1, who("b").at("1", "2"));

      assertThat(add(2, who("c").at("2")))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(changed(minute(2), 1, List.of("a", "b", "c"), 3, true));
      assertThat(add(3, who("elsewhere").at("1"))).isEmpty();
      matcher.withdraw("elsewhere", minute(3));
      assertThat(add(4, who("d")))
          .singleElement()
          .isInstanceOfSatisfying(
              Decision.Changed.class,
              changed -> {
                assertThat(changed.people()).isEqualTo(4);
                assertThat(changed.open()).isFalse();
              });
      assertThat(add(5, who("e").at("2"))).isEmpty();
    }

    @Test
    void a_group_is_open_until_the_patience_of_its_last_member_ends() {
      add(0, who("a").at("1").until(30));
      add(1, who("b").at("1").until(40));

      assertThat(matcher.nextDue()).contains(minute(40));
      assertThat(add(39, who("in time").at("1").since(39).until(40)))
          .extracting(Decision::at)
          .containsExactly(minute(39));
      assertThat(add(40, who("too late").since(40).until(70)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(closed(minute(40), 1, List.of("a", "b", "in time"), place("1")));
      assertThat(matcher.waiting()).isEqualTo(1);
      assertThat(matcher.contains("in time")).isFalse();
    }

    @Test
    void a_full_group_may_be_rearranged_until_the_patience_of_its_first_member_ends() {
      add(0, who("a").size(2, 2).until(20));
      add(1, who("b").size(2, 2).until(30));

      assertThat(matcher.nextDue()).contains(minute(20));
      assertThat(matcher.advance(minute(20)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(closed(minute(20), 1, List.of("a", "b"), place("1")));
    }

    @Test
    void without_joiners_a_group_that_has_room_takes_nobody() {
      var policy =
          new MatchingPolicy(Timing.atArrival(), Partners.SCARCEST, false, true, MINUTE, true);
      matcher = matcher(policy);
      add(0, who("a"));

      assertThat(add(0, who("b")))
          .singleElement()
          .isInstanceOfSatisfying(
              Decision.Formed.class, formed -> assertThat(formed.open()).isFalse());
      assertThat(add(1, who("c"))).isEmpty();
    }

    @Test
    void somebody_without_a_group_is_a_better_partner_than_a_group() {
      add(0, who("a").size(2, 3));
      add(0, who("b").size(2, 3));
      add(1, who("busy").at("1").avoiding("a").size(2, 2));

      assertThat(groups(add(2, who("c").size(2, 3)))).containsExactly(List.of("busy", "c"));
    }
  }

  @Nested
  class Choices {
    @Test
    void who_is_scarce_is_chosen_over_somebody_easy_who_has_waited_longer() {
      matcher = matcher(PLAIN);
      crowdAtPlace1();
      add(2, who("easy").at("1").size(2, 2));
      add(3, who("scarce").at("2").size(2, 2));

      assertThat(groups(add(4, who("any").size(2, 2)))).containsExactly(List.of("any", "scarce"));
    }

    @Test
    void who_has_waited_longer_is_chosen_if_the_policy_says_so() {
      matcher = matcher(OLDEST);
      crowdAtPlace1();
      add(2, who("scarce").at("2").size(2, 2).since(2));
      add(3, who("easy").at("1").size(2, 2).since(1));

      assertThat(groups(add(4, who("any").size(2, 2).since(4))))
          .containsExactly(List.of("any", "easy"));
    }

    @Test
    void even_a_minute_makes_somebody_older() {
      matcher = matcher(OLDEST);
      add(3, who("b").at("2").size(2, 2).since(1));
      add(3, who("a").at("1").size(2, 2).since(0));
      add(3, who("c").at("3").size(2, 2).since(2));

      assertThat(groups(add(4, who("any").size(2, 2).since(4))))
          .containsExactly(List.of("a", "any"));
    }

    @Test
    void of_two_the_one_with_less_time_left_is_chosen() {
      for (long patience : List.of(10, 50)) {
        matcher = matcher(PLAIN);
        add(0, who("a").at("1").size(2, 2).until(patience));
        add(0, who("b").at("2").size(2, 2).until(30));

        assertThat(groups(add(1, who("any").size(2, 2).since(1))))
            .containsExactly(sorted(List.of(patience == 10 ? "a" : "b", "any")));
      }
    }

    @Test
    void a_group_as_large_as_possible_is_formed_of_who_waits() {
      matcher = matcher(PLAIN);
      add(0, who("a").size(4, 4));
      add(0, who("b").size(4, 4));

      assertThat(groups(add(0, who("c").size(3, 4)))).isEmpty();
      assertThat(groups(add(0, who("d")))).containsExactly(List.of("a", "b", "c", "d"));
    }

    private void crowdAtPlace1() {
      for (int i = 0; i < 20; i++) {
        add(0, who("crowd" + i).at("1").size(2, 2));
      }
    }
  }

  @Nested
  class Withdrawals {
    @Test
    void who_waits_and_withdraws_is_gone() {
      add(0, who("a"));

      assertThat(matcher.withdraw("a", minute(1))).isEmpty();
      assertThat(matcher.waiting()).isZero();
      assertThat(matcher.nextDue()).isEmpty();
      assertThat(add(2, who("b"))).isEmpty();
    }

    @Test
    void who_is_not_in_the_pool_withdraws_in_vain() {
      assertThat(matcher.withdraw("stranger", minute(0))).isEmpty();
    }

    @Test
    void a_group_that_stays_valid_goes_on_without_who_withdrew() {
      add(0, who("a").at("1", "2"));
      add(1, who("b").at("1", "2"));
      add(2, who("c").at("2", "3"));

      assertThat(matcher.withdraw("c", minute(3)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(changed(minute(3), 1, List.of("a", "b"), 2, true));
      assertThat(matcher.contains("c")).isFalse();
      assertThat(groups(add(4, who("d").at("1")))).containsExactly(List.of("a", "b", "d"));
    }

    @Test
    void a_group_that_is_too_small_falls_through_and_the_others_wait_again() {
      add(0, who("a").at("1").since(0).until(20));
      add(5, who("b").at("1").since(5));

      assertThat(matcher.withdraw("b", minute(10)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(dissolved(minute(10), 1, List.of("a")));
      assertThat(matcher.waiting()).isEqualTo(1);
      assertThat(groups(add(11, who("c").since(11)))).containsExactly(List.of("a", "c"));
    }

    @Test
    void those_who_are_left_of_a_group_are_matched_anew_with_who_waits() {
      add(0, who("a").size(3, 3).until(20));
      add(1, who("b").size(3, 3).until(20));
      add(2, who("c").size(3, 3).until(20));
      add(3, who("d").size(3, 3).until(20));

      assertThat(matcher.withdraw("b", minute(4)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(
              dissolved(minute(4), 1, List.of("a", "c")),
              formed(minute(4), 2, List.of("a", "c", "d"), 3, false));
      assertThat(matcher.waiting()).isZero();
    }

    @Test
    void each_who_is_left_finds_others_even_if_they_part() {
      add(0, who("a").at("1", "3").size(3, 4));
      add(0, who("b").at("2", "3").size(3, 4));
      add(0, who("c").at("3").size(3, 4));
      add(1, who("d").at("1").size(2, 2));
      add(1, who("e").at("2").size(2, 2));

      assertThat(matcher.withdraw("c", minute(2)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(dissolved(minute(2), 1, List.of("a", "b")));
      assertThat(matcher.waiting()).isEqualTo(4);
    }

    @Test
    void whose_patience_has_ended_in_a_group_does_not_wait_again() {
      add(0, who("a").until(10));
      add(0, who("b").until(30));

      assertThat(matcher.withdraw("b", minute(10)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(dissolved(minute(10), 1, List.of("a")), expired(minute(10), "a"));
      assertThat(matcher.contains("a")).isFalse();
      assertThat(matcher.waiting()).isZero();
    }

    @Test
    void a_party_that_is_left_alone_waits_again() {
      add(0, who("party").party(2));
      add(0, who("a"));

      assertThat(matcher.withdraw("a", minute(1)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(dissolved(minute(1), 1, List.of("party")));
      assertThat(matcher.waiting()).isEqualTo(2);
    }

    @Test
    void with_passes_who_is_left_waits_for_the_next_one() {
      matcher =
          matcher(
              new MatchingPolicy(
                  new Timing.Every(Duration.ofMinutes(3)),
                  Partners.SCARCEST,
                  true,
                  true,
                  MINUTE,
                  true));
      add(0, who("a").size(2, 2).until(60));
      add(0, who("b").size(2, 2).until(60));
      matcher.advance(minute(3));
      add(4, who("c").size(2, 2).until(60));

      assertThat(matcher.withdraw("a", minute(5)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(dissolved(minute(5), 1, List.of("b")));
      assertThat(groups(matcher.advance(minute(7)))).containsExactly(List.of("b", "c"));
    }
  }

  @Nested
  class Time {
    @Test
    void a_request_expires_at_its_moment_and_not_before() {
      matcher = matcher(PLAIN);
      add(0, who("a").until(30));

      assertThat(matcher.nextDue()).contains(minute(30));
      assertThat(matcher.advance(minute(30).minusNanos(1))).isEmpty();
      assertThat(matcher.contains("a")).isTrue();
      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "a"));
      assertThat(matcher.contains("a")).isFalse();
      assertThat(matcher.waiting()).isZero();
      assertThat(matcher.nextDue()).isEmpty();
    }

    @Test
    void moments_count_to_the_microsecond() {
      matcher = matcher(PLAIN);
      add(0, who("a").until(minute(30).plusNanos(1_999)));

      assertThat(matcher.advance(minute(30).plusNanos(999))).isEmpty();
      assertThat(matcher.advance(minute(30).plusNanos(1_000)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30).plusNanos(1_000), "a"));
    }

    @Test
    void the_end_of_time_can_be_reached() {
      add(0, who("a"));

      assertThat(matcher.advance(Instant.MAX)).isNotEmpty();
      assertThat(matcher.nextDue()).isEmpty();
      assertThat(matcher.advance(Instant.MAX)).isEmpty();
    }

    @Test
    void what_is_due_happens_in_the_order_of_time_before_an_arrival() {
      matcher = matcher(PLAIN);
      add(0, who("a").at("1").until(20));
      add(0, who("b").at("2").until(10));

      assertThat(add(20, who("c").since(20).until(50)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(10), "b"), expired(minute(20), "a"));
    }

    @Test
    void with_an_interval_all_are_matched_at_once_when_it_has_passed() {
      matcher = matcher(every(3));
      add(1, who("a"));

      assertThat(add(2, who("b"))).isEmpty();
      assertThat(matcher.nextDue()).contains(minute(4));
      assertThat(matcher.advance(minute(4).minusNanos(1))).isEmpty();
      assertThat(groups(matcher.advance(minute(4)))).containsExactly(List.of("a", "b"));
      assertThat(matcher.nextDue()).isEmpty();
    }

    @Test
    void passes_follow_each_other_while_somebody_waits() {
      matcher = matcher(every(3));
      add(0, who("a").at("1"));
      matcher.advance(minute(3));

      assertThat(matcher.nextDue()).contains(minute(6));
      add(4, who("b").at("1"));
      assertThat(matcher.advance(minute(7)))
          .extracting(OnlineMatcherTest::gist)
          .contains(closed(minute(6), 1, List.of("a", "b"), place("1")));
    }

    @Test
    void no_pass_is_missed_if_time_is_told_seldom() {
      matcher = matcher(every(3));
      add(0, who("a").at("1").anywhereAfter(4));
      add(0, who("b").at("2"));

      assertThat(matcher.advance(minute(20)))
          .extracting(Decision::at)
          .containsExactly(minute(4), minute(6), minute(6));
    }

    @Test
    void who_leaves_takes_the_next_pass_along_if_nobody_else_waits() {
      matcher = matcher(every(3));
      add(0, who("a"));
      matcher.withdraw("a", minute(1));

      assertThat(matcher.nextDue()).isEmpty();
    }

    @Test
    void before_expiry_means_at_the_last_attempt() {
      matcher =
          matcher(
              new MatchingPolicy(
                  new Timing.BeforeExpiry(), Partners.SCARCEST, false, true, MINUTE, false));
      add(0, who("a"));
      add(1, who("b").since(1).until(40));

      assertThat(matcher.advance(minute(29).minusNanos(1))).isEmpty();
      assertThat(groups(matcher.advance(minute(29)))).containsExactly(List.of("a", "b"));
    }

    @Test
    void who_comes_back_from_a_restart_is_matched_by_the_next_recomputation() {
      assertThat(matcher.restore(List.of(who("a").request(), who("b").request()), minute(1)))
          .isEmpty();
      assertThat(matcher.waiting()).isEqualTo(2);

      assertThat(groups(matcher.recompute(minute(1)))).containsExactly(List.of("a", "b"));
    }

    @Test
    void what_is_due_is_done_before_others_are_taken_in_or_all_are_matched() {
      add(0, who("a").at("1").until(10));

      assertThat(matcher.restore(List.of(who("b").at("1").request()), minute(11)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(10), "a"));
      assertThat(matcher.recompute(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "b"));
    }

    @Test
    void a_recomputation_keeps_recent_partners_and_blocks_apart() {
      matcher.restore(
          List.of(
              who("a").whoMet("b").request(),
              who("b").request(),
              who("c").avoiding("a", "b").request()),
          minute(1));

      assertThat(matcher.recompute(minute(1))).isEmpty();
    }

    @Test
    void a_recomputation_brings_more_people_to_a_group() {
      add(0, who("a").at("1"));
      add(1, who("b").at("1"));
      matcher.restore(List.of(who("c").at("1").since(2).size(3, 3).request()), minute(2));

      assertThat(matcher.recompute(minute(2)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(changed(minute(2), 1, List.of("a", "b", "c"), 3, false));
    }
  }

  @Nested
  class RestoredGroups {
    @Test
    void a_group_that_is_restored_is_open_to_joiners() {
      assertThat(restoreGroup(7, minute(1), who("a").at("1", "2"), who("b").at("1"))).isEmpty();

      assertThat(matcher.waiting()).isZero();
      assertThat(matcher.agreed("a")).contains(place("1"));
      assertThat(groups(add(2, who("c").at("1")))).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void groups_that_are_formed_later_have_greater_numbers() {
      restoreGroup(7, minute(1), who("a").at("1"), who("b").at("1"));
      restoreGroup(3, minute(1), who("c").at("1"), who("d").at("1"));
      add(2, who("e").at("2"));

      assertThat(add(3, who("f").at("2")))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(formed(minute(3), 8, List.of("e", "f"), 2, true));
    }

    @Test
    void a_group_whose_time_is_over_is_closed() {
      assertThat(restoreGroup(1, minute(30), who("a"), who("b")))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(closed(minute(30), 1, List.of("a", "b"), place("1")));
      assertThat(matcher.contains("a")).isFalse();
    }

    @Test
    void what_is_no_valid_group_is_refused() {
      assertRefused(0, who("a"), who("b"));
      assertRefused(1, who("a"), who("b").size(3, 4));
      assertRefused(1, who("a").size(3, 3));
      assertRefused(1, who("a").at("1"), who("b").at("2"));
      add(1, who("b").at("3"));
      assertRefused(1, who("a"), who("b"));
      assertThat(matcher.contains("a")).isFalse();
    }

    private void assertRefused(long number, Waiting... members) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> restoreGroup(number, minute(2), members));
    }

    private List<Decision<String>> restoreGroup(long number, Instant at, Waiting... members) {
      return matcher.restoreGroup(number, Stream.of(members).map(Waiting::request).toList(), at);
    }
  }

  @Nested
  class Relaxing {
    @Test
    void a_request_relaxes_at_the_age_that_was_agreed() {
      add(0, who("a").at("1").anywhereAfter(10));
      add(1, who("b").at("2").until(60));

      assertThat(matcher.nextDue()).contains(minute(10));
      assertThat(matcher.advance(minute(10).minusNanos(1))).isEmpty();
      assertThat(matcher.advance(minute(10)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(
              relaxed(
                  minute(10), "a", new Relaxation.AnyValue(Waiting.PLACE, Duration.ofMinutes(10))),
              formed(minute(10), 1, List.of("a", "b"), 2, true));
    }

    @Test
    void steps_are_taken_in_order_of_age() {
      matcher = matcher(PLAIN);
      add(
          0,
          who("a")
              .at("1")
              .level(0, 9)
              .size(3, 4)
              .sizeAfter(12, 2)
              .anyLevelAfter(5)
              .anywhereAfter(8));

      assertThat(matcher.advance(minute(20)))
          .extracting(Decision::at)
          .containsExactly(minute(5), minute(8), minute(12));
      assertThat(groups(add(21, who("b").at("3").level(50, 60))))
          .containsExactly(List.of("a", "b"));
    }

    @Test
    void before_the_last_step_the_rest_still_counts() {
      matcher = matcher(PLAIN);
      add(0, who("a").at("1").level(0, 9).anyLevelAfter(5).anywhereAfter(8));
      matcher.advance(minute(6));

      assertThat(add(6, who("elsewhere").at("3"))).isEmpty();
      assertThat(groups(add(6, who("b").at("1").level(50, 60)))).hasSize(1);
    }

    @Test
    void without_relaxation_in_the_policy_nothing_relaxes() {
      matcher =
          matcher(
              new MatchingPolicy(
                  Timing.atArrival(), Partners.SCARCEST, true, false, Duration.ZERO, false));
      add(0, who("a").at("1").anywhereAfter(10));
      add(0, who("b").at("2").until(60));

      assertThat(matcher.nextDue()).contains(minute(30));
      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "a"));
      assertThat(add(31, who("old").at("1").since(0).until(60).anywhereAfter(10))).isEmpty();
    }

    @Test
    void who_comes_with_an_age_asks_for_what_is_left_at_that_age() {
      add(12, who("b").at("2").since(12));

      assertThat(add(12, who("a").at("1").since(0).anywhereAfter(12)))
          .singleElement()
          .isInstanceOf(Decision.Formed.class);
    }

    @Test
    void who_comes_with_less_of_an_age_still_asks_for_it() {
      add(11, who("b").at("2").since(11));

      assertThat(add(11, who("a").at("1").since(0).anywhereAfter(12))).isEmpty();
    }

    @Test
    void what_was_relaxed_stays_so_after_a_group_fell_through() {
      add(0, who("a").at("1").anywhereAfter(10));
      add(10, who("b").at("2").since(10));
      matcher.withdraw("b", minute(12));

      assertThat(groups(add(13, who("c").at("3").since(13)))).containsExactly(List.of("a", "c"));
    }

    @Test
    void who_is_in_a_group_relaxes_when_it_falls_through() {
      add(0, who("a").at("1").anywhereAfter(10));
      add(1, who("b").at("1").since(1));
      matcher.advance(minute(11));
      matcher.withdraw("b", minute(12));

      assertThat(groups(add(13, who("c").at("3").since(13)))).containsExactly(List.of("a", "c"));
    }

    @Test
    void with_passes_who_relaxes_waits_for_the_next_one() {
      matcher = matcher(every(3));
      add(0, who("a").at("1").anywhereAfter(4));
      add(0, who("b").at("2"));

      assertThat(matcher.advance(minute(4))).singleElement().isInstanceOf(Decision.Relaxed.class);
      assertThat(groups(matcher.advance(minute(6)))).containsExactly(List.of("a", "b"));
    }
  }

  @Nested
  class Rescues {
    private static final Duration HALF = Duration.ofSeconds(29 * 60 / 2);

    @Test
    void at_half_of_the_time_members_of_groups_change_places_so_that_nobody_loses_one() {
      add(0, who("a").at("1").size(2, 2).until(60));
      add(0, who("b").at("1", "2").size(2, 2).until(60));
      add(0, who("c").at("1").size(2, 2).until(30));
      add(0, who("d").at("2").size(2, 2).until(60));

      assertThat(matcher.nextDue()).contains(minute(0).plus(HALF));
      assertThat(matcher.advance(minute(0).plus(HALF).minusNanos(1))).isEmpty();
      assertThat(matcher.advance(minute(0).plus(HALF)))
          .satisfiesExactlyInAnyOrder(
              first -> assertThat(first).isInstanceOf(Decision.Changed.class),
              second -> assertThat(second).isInstanceOf(Decision.Formed.class))
          .satisfies(decisions ->
              assertThat(groups(new ArrayList<>(decisions)))
                  .containsExactlyInAnyOrder(List.of("a", "c"), List.of("b", "d")));
      assertThat(matcher.waiting()).isZero();
    }

    @Test
    void a_group_whose_first_member_would_have_given_up_is_left_alone() {
      add(0, who("a").at("1").size(2, 3).until(5));
      add(0, who("b").at("1", "2").size(2, 2).until(60));
      add(0, who("c").at("1").size(2, 2).until(30));
      add(0, who("d").at("2").size(2, 2).until(60));

      assertThat(groups(matcher.advance(minute(29)))).isEmpty();
    }

    @Test
    void without_rearranging_groups_stay_as_they_are() {
      matcher =
          matcher(
              new MatchingPolicy(Timing.atArrival(), Partners.SCARCEST, true, true, MINUTE, false));
      add(0, who("a").at("1").size(2, 2).until(60));
      add(0, who("b").at("1", "2").size(2, 2).until(60));
      add(0, who("c").at("1").size(2, 2).until(30));
      add(0, who("d").at("2").size(2, 2).until(60));

      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "c"));
    }

    @Test
    void recent_partners_are_kept_apart_until_the_last_attempt() {
      add(0, who("a").whoMet("b"));

      assertThat(add(0, who("b").until(60))).isEmpty();
      assertThat(matcher.advance(minute(29).minusNanos(1))).isEmpty();
      assertThat(groups(matcher.advance(minute(29)))).containsExactly(List.of("a", "b"));
    }

    @Test
    void recent_partners_are_kept_apart_in_both_directions_while_there_is_another_way() {
      add(0, who("b").at("1").size(2, 2));
      add(0, who("c").at("2").size(2, 2));

      assertThat(groups(add(1, who("a").size(2, 2).whoMet("b"))))
          .containsExactly(List.of("a", "c"));
      assertThat(matcher.waiting()).isEqualTo(1);
    }

    @Test
    void without_a_lead_there_is_no_last_attempt() {
      matcher =
          matcher(
              new MatchingPolicy(
                  Timing.atArrival(), Partners.SCARCEST, true, true, Duration.ZERO, true));
      add(0, who("a").whoMet("b"));
      add(0, who("b").until(60));

      assertThat(matcher.nextDue()).contains(minute(30));
      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "a"));
    }

    @Test
    void a_lead_longer_than_the_patience_is_an_attempt_at_once() {
      matcher =
          matcher(
              new MatchingPolicy(
                  Timing.atArrival(),
                  Partners.SCARCEST,
                  true,
                  true,
                  Duration.ofMinutes(45),
                  false));
      add(0, who("a").whoMet("b"));

      add(1, who("b").until(90));
      assertThat(matcher.waiting()).isEqualTo(2);
      assertThat(groups(matcher.advance(minute(45)))).isEmpty();
    }

    @Test
    void a_party_that_is_a_group_by_itself_is_one_at_the_last_attempt_only() {
      add(0, who("party").at("1").party(2));

      assertThat(matcher.advance(minute(29).minusNanos(1))).isEmpty();
      assertThat(matcher.advance(minute(29)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(formed(minute(29), 1, List.of("party"), 2, true));
      assertThat(matcher.waiting()).isZero();
    }

    @Test
    void a_party_that_is_a_full_group_by_itself_waits_for_nobody() {
      assertThat(add(0, who("party").party(2).size(2, 2)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(formed(minute(0), 1, List.of("party"), 2, false));
    }

    @Test
    void a_party_that_is_a_group_by_itself_does_not_expire() {
      matcher = matcher(PLAIN);
      add(0, who("party").party(2).size(2, 3));

      assertThat(matcher.advance(minute(30)))
          .first()
          .extracting(OnlineMatcherTest::gist)
          .isEqualTo(formed(minute(30), 1, List.of("party"), 2, false));
    }

    @Test
    void groups_that_were_not_closed_are_restored_with_their_numbers() {
      matcher.restoreGroup(7, List.of(who("a").request(), who("b").request()), minute(1));

      assertThat(add(2, who("c").since(2)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(changed(minute(2), 7, List.of("a", "b", "c"), 3, true));
      assertThat(add(3, who("d").since(3).size(2, 2))).isEmpty();
      assertThat(add(4, who("e").since(4).size(2, 2)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(formed(minute(4), 8, List.of("d", "e"), 2, false));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> matcher.restoreGroup(9, List.of(who("f").request()), minute(5)));
    }

    @Test
    void a_restore_is_refused_as_a_whole() {
      add(0, who("a"));

      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> matcher.restore(List.of(who("b").request(), who("a").request()), minute(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> matcher.restore(List.of(who("c").request(), who("c").request()), minute(1)));
      assertThat(matcher.waiting()).isEqualTo(1);
    }

    @Test
    void strangers_are_not_kept_apart_by_those_who_moved_on() {
      add(0, who("a").size(2, 4));
      add(1, who("b").size(2, 4).whoMet("c"));
      add(2, who("x").size(2, 4));
      matcher.withdraw("x", minute(3));

      assertThat(add(4, who("c").since(4).size(2, 4).whoMet("b"))).isEmpty();
      matcher.withdraw("b", minute(5));
      assertThat(matcher.contains("a")).isTrue();
      assertThat(add(6, who("d").since(6).size(2, 4)))
          .as("a, c and d have nothing against each other")
          .isNotEmpty();
    }

    @Test
    void a_party_that_is_too_small_for_a_group_expires() {
      add(0, who("party").party(2).size(3, 4));

      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "party"));
    }

    @Test
    void who_could_not_be_rescued_expires() {
      add(0, who("a").at("1"));
      add(0, who("b").at("2").until(60));

      assertThat(matcher.advance(minute(30)))
          .extracting(OnlineMatcherTest::gist)
          .containsExactly(expired(minute(30), "a"));
    }

    @Test
    void relaxing_does_not_bring_another_attempt() {
      add(0, who("a").at("1").anywhereAfter(20).whoMet("b"));
      add(0, who("b").at("2").until(90));

      assertThat(matcher.advance(minute(29)))
          .satisfiesExactly(
              relaxed -> assertThat(relaxed.at()).isEqualTo(minute(20)),
              formed -> assertThat(formed.at()).isEqualTo(minute(29)));
    }
  }

  @Nested
  class KeptApart {
    @Test
    void who_avoids_somebody_is_in_no_group_with_them_in_either_direction() {
      add(0, who("a").avoiding("b"));
      assertThat(add(0, who("b"))).isEmpty();

      add(0, who("c").at("1"));
      matcher.advance(minute(0));
      assertThat(matcher.waiting()).isEqualTo(1);
      assertThat(groups(matcher.advance(minute(40)))).isEmpty();
    }

    @Test
    void who_is_avoided_by_a_member_does_not_join() {
      add(0, who("a"));
      add(0, who("b").avoiding("c"));

      assertThat(add(1, who("c"))).isEmpty();
      assertThat(groups(add(1, who("d")))).containsExactly(List.of("c", "d"));
    }

    @Test
    void who_avoids_a_member_does_not_join() {
      add(0, who("a"));
      add(0, who("b"));

      assertThat(add(1, who("c").avoiding("b"))).isEmpty();
    }

    @Test
    void who_has_left_is_avoided_no_more_but_when_they_come_again() {
      add(0, who("a").avoiding("b"));
      add(0, who("b"));
      matcher.withdraw("b", minute(1));

      assertThat(add(2, who("b"))).isEmpty();
      matcher.withdraw("a", minute(3));
      assertThat(groups(add(4, who("c")))).containsExactly(List.of("b", "c"));
    }

    @Test
    void a_party_stays_together_and_counts_in_full() {
      add(0, who("three").party(3).size(4, 4));
      add(0, who("two").party(2).size(4, 4));

      assertThat(matcher.waiting()).isEqualTo(5);
      assertThat(groups(add(1, who("one").size(4, 4)))).containsExactly(List.of("one", "three"));
      assertThat(matcher.waiting()).isEqualTo(2);
    }
  }

  @Nested
  class WhatIsTold {
    @Test
    void a_group_that_is_not_closed_says_on_what_it_would_settle() {
      add(0, who("a").at("1", "2"));
      add(1, who("b").at("1", "2"));
      assertThat(matcher.agreed("a")).contains(place("1"));

      add(2, who("c").at("2"));
      add(3, who("alone").at("3"));

      assertThat(matcher.agreed("a")).contains(place("2"));
      assertThat(matcher.agreed("alone")).isEmpty();
      assertThat(matcher.agreed("stranger")).isEmpty();
    }

    @Test
    void a_wish_of_a_party_counts_for_each_of_its_people() {
      add(0, who("party").at("2", "1").level(0, 9).party(2));
      add(0, who("a").level(5, 5));
      add(0, who("b").level(5, 5));

      assertThat(matcher.agreed("a").orElseThrow().of(Waiting.LEVEL)).contains(new Range(5, 5));
      assertThat(matcher.agreed("a").orElseThrow().of(Waiting.PLACE))
          .contains(new OneOf(List.of("1")));
    }

    @Test
    void counts_say_who_waits_and_who_would_suit() {
      add(0, who("a").at("1").size(4, 4));
      add(0, who("b").at("1", "2").size(4, 4));
      add(0, who("party").at("1").size(4, 5).party(2).avoiding("b"));
      add(0, who("c").at("2").size(4, 4));
      add(0, who("large").at("1").size(5, 5));

      assertThat(matcher.outlook("a", minute(1)).waiting()).isEqualTo(6);
      assertThat(matcher.outlook("a", minute(1)).suitable()).isEqualTo(3);
      assertThat(matcher.outlook("b", minute(1)).suitable())
          .as("who is kept apart counts like anybody, lest counts tell of it")
          .isEqualTo(4);
    }

    @Test
    void hints_say_how_many_more_would_suit_those_with_most_first() {
      add(0, who("a").at("1").level(10, 10).size(4, 4));
      add(0, who("b").at("2").size(4, 4));
      add(0, who("c").at("2").level(0, 50).size(4, 4).avoiding("b"));
      add(0, who("d").at("3").size(4, 4).avoiding("b", "c"));
      add(0, who("e").at("1").level(11, 11).size(4, 4));

      assertThat(matcher.outlook("a", minute(1)).hints())
          .containsExactly(
              new Outlook.Hint(Waiting.PLACE, new OneOf(List.of("1", "2")), 2),
              new Outlook.Hint(Waiting.LEVEL, new Range(10, 11), 1));
    }

    @Test
    void the_hint_that_brings_most_comes_first_whatever_the_order_of_facets() {
      add(0, who("a").at("1").level(10, 10).size(4, 4));
      add(0, who("b").at("2").size(4, 4));
      add(0, who("c").at("1").level(11, 11).size(4, 4));
      add(0, who("party").at("1").level(11, 11).size(4, 4).party(2));

      assertThat(matcher.outlook("a", minute(1)).hints())
          .extracting(Outlook.Hint::facet)
          .containsExactly(Waiting.LEVEL, Waiting.PLACE);
    }

    @Test
    void what_was_not_asked_for_needs_no_hint() {
      add(0, who("a").at("1").size(4, 4));
      add(0, who("b").at("1").size(4, 4));

      assertThat(matcher.outlook("a", minute(1)).hints()).isEmpty();
    }

    @Test
    void groups_that_may_still_grow_count_for_what_suits() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(0, who("c").at("2").size(3, 3));

      assertThat(matcher.outlook("c", minute(1)).hints())
          .containsExactly(new Outlook.Hint(Waiting.PLACE, new OneOf(List.of("1", "2")), 2));
    }

    @Test
    void a_group_that_one_could_not_join_is_no_gain() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(0, who("needs four").at("2").size(4, 4));

      assertThat(matcher.outlook("needs four", minute(1)).hints()).isEmpty();
    }

    @Test
    void a_group_counts_that_one_could_join_with_others_who_wait() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(0, who("apart").at("1").size(4, 4).avoiding("a"));
      add(0, who("needs four").at("2").size(4, 4));

      assertThat(matcher.outlook("needs four", minute(1)).hints())
          .extracting(Outlook.Hint::morePeople)
          .containsExactly(1);

      add(1, who("one more").at("1").size(4, 4).avoiding("apart"));

      assertThat(matcher.outlook("needs four", minute(1)).hints())
          .extracting(Outlook.Hint::morePeople)
          .containsExactly(4);
      assertThat(matcher.outlook("one more", minute(1)).suitable()).isEqualTo(1);
      matcher.withdraw("needs four", minute(1));
      assertThat(groups(add(1, who("needs four").at("1", "2").size(4, 4))))
          .containsExactly(List.of("a", "b", "needs four", "one more"));
    }

    @Test
    void of_those_who_wait_a_party_that_is_too_large_does_not_help_to_join() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(0, who("party").at("1").party(2).size(4, 4).avoiding("a"));
      add(0, who("three").at("1").party(3).size(4, 4));
      add(0, who("needs four").at("2").size(4, 4));

      assertThat(matcher.outlook("needs four", minute(1)).hints())
          .extracting(Outlook.Hint::morePeople)
          .containsExactly(5);
    }

    @Test
    void what_is_gained_by_a_hint_can_be_had_by_following_it() {
      add(0, who("a").at("1").size(2, 5));
      add(0, who("b").at("1").size(2, 5));
      add(0, who("party").at("2").size(4, 5).party(2));

      assertThat(matcher.outlook("party", minute(1)).hints())
          .containsExactly(new Outlook.Hint(Waiting.PLACE, new OneOf(List.of("1", "2")), 2));
      matcher.withdraw("party", minute(1));
      assertThat(groups(add(1, who("party").at("1", "2").size(4, 5).party(2))))
          .containsExactly(List.of("a", "b", "party"));
    }

    @Test
    void who_suited_but_for_the_size_of_their_group_is_told_of_at_the_end() {
      add(0, who("a").at("1").until(90));
      add(0, who("b").at("1").until(90));
      add(0, who("needs four").at("1").size(4, 4));

      assertThat(matcher.advance(minute(30)))
          .filteredOn(Decision.Expired.class::isInstance)
          .extracting(decision -> ((Decision.Expired<String>) decision).suitable())
          .containsExactly(2);
    }

    @Test
    void the_longer_the_time_the_greater_the_chance() {
      add(0, who("first").at("2").until(90));
      add(0, who("second").at("2").until(90));
      add(10, who("third").at("2").since(10).size(2, 2).until(90).avoiding("first"));

      List<Outlook.Chance> chances = matcher.outlook("third", minute(10)).chances();

      assertThat(chances)
          .extracting(Outlook.Chance::within)
          .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30));
      assertThat(chances.get(0).probability()).isBetween(0.0, 1.0);
      assertThat(chances.get(1).probability()).isGreaterThan(chances.get(0).probability());
      assertThat(chances.get(2).probability()).isGreaterThan(chances.get(1).probability());
    }

    @Test
    void nobody_is_matched_after_they_gave_up() {
      add(0, who("a").at("1").until(5));
      add(0, who("b").at("2").until(60));

      List<Outlook.Chance> short5 = matcher.outlook("a", minute(0)).chances();
      List<Outlook.Chance> long60 = matcher.outlook("b", minute(0)).chances();

      assertThat(short5.get(2).probability()).isEqualTo(short5.get(0).probability());
      assertThat(long60.get(2).probability()).isGreaterThan(short5.get(2).probability());
    }

    @Test
    void who_will_relax_has_better_chances() {
      for (int i = 0; i < 10; i++) {
        add(0, who("crowd" + i).at("2"));
      }
      add(0, who("a").at("1").anywhereAfter(10).until(60).avoiding("crowd8"));
      add(0, who("b").at("3").until(60));

      List<Outlook.Chance> relaxing = matcher.outlook("a", minute(0)).chances();
      List<Outlook.Chance> firm = matcher.outlook("b", minute(0)).chances();

      assertThat(relaxing.get(0).probability()).isEqualTo(firm.get(0).probability());
      assertThat(relaxing.get(1).probability()).isGreaterThan(firm.get(1).probability());
    }

    @Test
    void only_who_waits_has_an_outlook() {
      add(0, who("a"));
      add(0, who("b"));

      assertThatIllegalArgumentException().isThrownBy(() -> matcher.outlook("a", minute(1)));
      assertThatIllegalArgumentException().isThrownBy(() -> matcher.outlook("stranger", minute(1)));
    }

    @Test
    void chances_learn_from_what_happened() {
      matcher = matcher(PLAIN);
      String[] lonely = LongStream.range(0, 600).mapToObj(i -> "lonely" + i).toArray(String[]::new);
      for (long minute = 0; minute < 600; minute += 10) {
        add(minute, who("lonely" + minute).at("3").until(minute + 40).avoiding(lonely));
      }
      add(600, who("now").at("3").until(640).avoiding(lonely));
      double afterFailures = matcher.outlook("now", minute(600)).chances().get(2).probability();

      matcher = matcher(PLAIN);
      for (long minute = 0; minute < 600; minute += 20) {
        add(minute, who("one" + minute).at("3").until(minute + 30));
        add(minute + 4, who("two" + minute).at("3").until(minute + 30));
      }
      add(600, who("now").at("3").until(640));
      double afterSuccess = matcher.outlook("now", minute(600)).chances().get(2).probability();

      assertThat(afterSuccess).isGreaterThan(0.6);
      assertThat(afterFailures).isLessThan(0.4);
    }
  }

  @Test
  void the_same_calls_give_the_same_decisions() {
    var decisions = new ArrayList<List<Decision<String>>>();
    for (int run = 0; run < 2; run++) {
      OnlineMatcher<String> again = matcher(MatchingPolicy.DEFAULT);
      var all = new ArrayList<Decision<String>>();
      for (int i = 0; i < 40; i++) {
        all.addAll(again.add(who("p" + i).at(String.valueOf(1 + i % 3)).request(), minute(0)));
      }
      decisions.add(all);
    }

    assertThat(decisions.get(0)).isEqualTo(decisions.get(1)).isNotEmpty();
  }
}
