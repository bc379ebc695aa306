package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.minute;
import static dev.moim.domain.matching.Waiting.place;
import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.domain.matching.Decision.Changed;
import dev.moim.domain.matching.Decision.Closed;
import dev.moim.domain.matching.Decision.Dissolved;
import dev.moim.domain.matching.Decision.Expired;
import dev.moim.domain.matching.Decision.Formed;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a pool offers to one who keeps its decisions in a store, one step in each transaction. */
class KeptPoolTest {
  /** Groups are closed at once, and nobody is rescued. */
  private static final MatchingPolicy PLAIN =
      new MatchingPolicy(Timing.atArrival(), Partners.SCARCEST, false, true, Duration.ZERO, false);

  private OnlineMatcher<String> matcher = matcher(MatchingPolicy.DEFAULT);

  private static OnlineMatcher<String> matcher(MatchingPolicy policy) {
    return new OnlineMatcher<>(Waiting.CATEGORY, policy, 1);
  }

  private List<Decision<String>> add(long minute, Waiting who) {
    return matcher.add(who.comingAt(minute).request(), minute(minute));
  }

  private List<Decision<String>> restoreGroup(Instant openUntil, Instant at, Waiting... members) {
    return matcher.restoreGroup(
        1, Stream.of(members).map(Waiting::request).toList(), openUntil, at);
  }

  private static Cause cause(Decision<String> decision) {
    return switch (decision) {
      case Formed<String> it -> it.cause();
      case Changed<String> it -> it.cause();
      case Closed<String> it -> it.cause();
      case Dissolved<String> it -> it.cause();
      default -> throw new AssertionError("has no cause: " + decision);
    };
  }

  @Nested
  class Steps {
    @Test
    void a_group_that_is_closed_at_once_is_formed_in_the_same_step() {
      matcher = matcher(PLAIN);
      add(0, who("a"));

      assertThat(add(1, who("b"))).extracting(Decision::step).containsExactly(1L, 1L);
      add(2, who("c"));
      assertThat(add(3, who("d"))).extracting(Decision::step).containsExactly(2L, 2L);
    }

    @Test
    void who_changes_over_leaves_one_group_and_joins_the_other_in_one_step() {
      add(0, who("a").at("1").size(2, 2).until(60));
      add(0, who("b").at("1", "2").size(2, 2).until(60));
      add(0, who("c").at("1").size(2, 2).until(30));
      add(0, who("d").at("2").size(2, 2).until(60));

      List<Decision<String>> rescue = matcher.advance(minute(20));

      assertThat(rescue).hasSize(2);
      assertThat(rescue).extracting(Decision::step).containsExactly(2L, 2L);
      assertThat(rescue).extracting(KeptPoolTest::cause).containsOnly(Cause.RESCUE);
    }

    @Test
    void a_group_falls_through_in_one_step_and_those_who_are_left_find_another_in_the_next() {
      add(0, who("a").size(3, 3).until(20));
      add(1, who("b").size(3, 3).until(20));
      add(2, who("c").size(3, 3).until(20));
      add(3, who("d").size(3, 3).until(20));

      List<Decision<String>> decisions = matcher.withdraw("b", minute(4));

      assertThat(decisions).extracting(Decision::step).containsExactly(2L, 3L);
      assertThat(decisions).extracting(KeptPoolTest::cause).containsOnly(Cause.WITHDRAWAL);
    }

    @Test
    void whose_time_is_over_expires_in_the_step_in_which_the_group_falls_through() {
      add(0, who("a").at("1").until(10));
      add(1, who("b").at("1", "2").size(3, 4).until(60));
      add(2, who("c").at("1", "2").until(60));

      assertThat(matcher.withdraw("c", minute(10)))
          .containsExactly(
              new Dissolved<>(minute(10), 2, Cause.WITHDRAWAL, 1, List.of("a", "b")),
              new Expired<>(minute(10), 2, "a", 1));
    }

    @Test
    void independent_decisions_are_steps_of_their_own() {
      matcher = matcher(PLAIN);
      add(0, who("a").at("1").anywhereAfter(10).until(20));
      add(0, who("b").at("2").until(20));

      assertThat(matcher.advance(minute(30)))
          .extracting(Decision::step)
          .containsExactly(1L, 2L, 2L);
      assertThat(add(70, who("late").since(0).until(60)))
          .containsExactly(new Expired<>(minute(70), 3, "late", 0));
    }
  }

  @Nested
  class Causes {
    @Test
    void who_comes_is_the_cause_of_what_follows() {
      add(0, who("a"));

      assertThat(add(1, who("b")))
          .containsExactly(
              new Formed<>(
                  minute(1),
                  1,
                  Cause.ARRIVAL,
                  1,
                  List.of("a", "b"),
                  2,
                  true,
                  Optional.of(minute(30))));
      assertThat(add(2, who("c"))).extracting(KeptPoolTest::cause).containsExactly(Cause.ARRIVAL);
    }

    @Test
    void what_became_due_before_an_arrival_has_a_cause_of_its_own() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(1, who("c").at("2").until(60));

      assertThat(add(40, who("d").at("2").since(40).until(60)))
          .extracting(KeptPoolTest::cause)
          .containsExactly(Cause.TIME, Cause.ARRIVAL);
    }

    @Test
    void who_asks_for_less_is_a_cause() {
      add(0, who("a").at("1").anywhereAfter(10));
      add(1, who("b").at("2").until(60));

      assertThat(matcher.advance(minute(10)).getLast())
          .extracting(KeptPoolTest::cause)
          .isEqualTo(Cause.RELAXATION);
    }

    @Test
    void a_party_that_is_left_to_itself_at_the_end_is_rescued() {
      matcher = matcher(PLAIN);
      add(0, who("party").party(2).size(2, 3));

      assertThat(matcher.advance(minute(30)))
          .extracting(KeptPoolTest::cause)
          .containsExactly(Cause.RESCUE, Cause.RESCUE);
    }

    @Test
    void all_who_are_matched_at_once_have_that_as_cause() {
      matcher.restore(List.of(who("a").request(), who("b").request()), minute(1));

      assertThat(matcher.recompute(minute(1)))
          .extracting(KeptPoolTest::cause)
          .containsExactly(Cause.RECOMPUTATION);
    }
  }

  @Nested
  class InVain {
    @Test
    void who_expires_is_told_how_many_suited() {
      add(0, who("a").at("1").size(4, 4).until(20));
      add(0, who("b").at("1").size(4, 4));
      add(0, who("party").at("1", "2").size(4, 5).party(2).avoiding("b"));
      add(0, who("blocks").at("1").size(4, 4).avoiding("a"));

      assertThat(matcher.advance(minute(20))).containsExactly(new Expired<>(minute(20), 1, "a", 4));
      assertThat(matcher.advance(minute(30)))
          .containsExactly(
              new Expired<>(minute(30), 2, "b", 3),
              new Expired<>(minute(30), 3, "party", 1),
              new Expired<>(minute(30), 4, "blocks", 0));
    }
  }

  @Nested
  class Forgetting {
    @Test
    void who_is_forgotten_is_gone_and_so_is_their_whole_group() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));
      add(0, who("c").at("2").party(2));
      add(0, who("d").at("3"));

      assertThat(matcher.forget(List.of("b", "c", "stranger", "a")))
          .containsExactlyInAnyOrder("a", "b", "c");
      assertThat(matcher.contains("a")).isFalse();
      assertThat(matcher.waiting()).isEqualTo(1);
      assertThat(matcher.advance(minute(29))).isEmpty();
    }

    @Test
    void who_is_forgotten_may_come_again_with_other_wishes() {
      add(0, who("a").at("1").whoMet("x"));
      add(0, who("b").at("2"));
      matcher.forget(List.of("a"));

      assertThat(add(1, who("x").at("1"))).isEmpty();
      assertThat(add(2, who("a").at("2"))).hasSize(1);
    }

    @Test
    void blocks_that_come_later_count_when_all_are_taken_in_anew() {
      add(0, who("a"));
      add(0, who("b"));
      matcher.forget(List.of("a"));
      restoreGroup(minute(30), minute(1), who("a").avoiding("c"), who("b"));

      assertThat(add(2, who("c"))).isEmpty();
      assertThat(add(2, who("d"))).hasSize(1);
    }

    @Test
    void nothing_is_learnt_from_who_is_forgotten() {
      Outlook empty = matcher.preview(who("x").at("2").until(60).request(), minute(0));
      for (int i = 0; i < 50; i++) {
        add(0, who("a" + i).at("1").size(20, 20));
      }
      Outlook full = matcher.preview(who("x").at("2").until(60).request(), minute(0));
      List<String> all = Stream.iterate(0, i -> i + 1).limit(50).map(i -> "a" + i).toList();

      assertThat(matcher.forget(all)).hasSize(50);
      // That they came is known all the same.
      assertThat(matcher.preview(who("x").at("2").until(60).request(), minute(0)))
          .isEqualTo(new Outlook(empty.waiting(), empty.suitable(), full.chances(), empty.hints()));
    }

    @Test
    void no_pass_is_due_when_everybody_who_waited_is_forgotten() {
      var timing = new Timing.Every(Duration.ofMinutes(3));
      matcher =
          matcher(new MatchingPolicy(timing, Partners.SCARCEST, false, true, Duration.ZERO, false));
      add(0, who("a"));
      matcher.forget(List.of("a"));

      assertThat(matcher.nextDue()).isEmpty();
    }
  }

  @Nested
  class RestoredGroups {
    @Test
    void a_group_takes_others_until_the_moment_that_was_stated_whatever_its_members_patience() {
      assertThat(restoreGroup(minute(60), minute(40), who("a"), who("b"))).isEmpty();

      assertThat(matcher.nextDue()).contains(minute(60));
      assertThat(matcher.openUntil("a")).contains(minute(60));
      assertThat(add(50, who("c").since(50).until(80)))
          .containsExactly(
              new Changed<>(
                  minute(50),
                  2,
                  Cause.ARRIVAL,
                  1,
                  List.of("a", "b", "c"),
                  3,
                  true,
                  Optional.of(minute(60))));
      assertThat(matcher.withdraw("c", minute(55)))
          .containsExactly(
              new Changed<>(
                  minute(55),
                  3,
                  Cause.WITHDRAWAL,
                  1,
                  List.of("a", "b"),
                  2,
                  true,
                  Optional.of(minute(60))));
      assertThat(matcher.advance(minute(60)))
          .containsExactly(
              new Closed<>(minute(60), 4, Cause.TIME, 1, List.of("a", "b"), place("1")));
    }

    @Test
    void a_group_that_becomes_full_after_its_members_time_is_closed_at_once() {
      restoreGroup(minute(60), minute(40), who("a").size(2, 3), who("b"));

      assertThat(add(50, who("c").since(50).until(80)))
          .containsExactly(
              new Changed<>(
                  minute(50),
                  2,
                  Cause.ARRIVAL,
                  1,
                  List.of("a", "b", "c"),
                  3,
                  false,
                  Optional.empty()),
              new Closed<>(minute(50), 2, Cause.ARRIVAL, 1, List.of("a", "b", "c"), place("1")));
    }

    @Test
    void members_whose_time_is_over_expire_when_the_group_falls_through() {
      restoreGroup(minute(60), minute(40), who("a"), who("b"));

      assertThat(matcher.withdraw("b", minute(41)))
          .containsExactly(
              new Dissolved<>(minute(41), 2, Cause.WITHDRAWAL, 1, List.of("a")),
              new Expired<>(minute(41), 2, "a", 0));
      assertThat(matcher.contains("a")).isFalse();
    }

    @Test
    void members_whose_time_is_over_are_not_moved_to_another_group() {
      restoreGroup(
          minute(60), minute(40), who("a").at("1").size(2, 2), who("b").at("1", "2").size(2, 3));
      restoreGroup(minute(90), minute(40), who("x").at("2"), who("y").at("2").size(2, 3));
      add(40, who("c").at("1").size(2, 2).since(40).until(50));
      add(40, who("d").at("2").size(2, 2).since(40).until(50));

      assertThat(matcher.advance(minute(50)))
          .allSatisfy(decision -> assertThat(decision).isInstanceOf(Expired.class))
          .hasSize(2);
    }

    @Test
    void a_moment_within_the_members_time_is_as_if_the_group_had_been_there_all_along() {
      restoreGroup(minute(40), minute(1), who("a").until(30), who("b").until(40));

      assertThat(matcher.openUntil("b")).contains(minute(40));
      add(2, who("c").until(90));
      matcher.withdraw("c", minute(3));
      assertThat(matcher.openUntil("a")).contains(minute(40));
      add(4, who("d").until(35));
      matcher.withdraw("b", minute(5));
      assertThat(matcher.openUntil("a")).contains(minute(35));
    }

    @Test
    void a_full_group_is_closed_at_the_moment_that_was_stated_if_that_comes_first() {
      restoreGroup(minute(10), minute(1), who("a").size(2, 2), who("b"));

      assertThat(matcher.nextDue()).contains(minute(10));
    }

    @Test
    void a_group_whose_moment_is_over_is_closed() {
      assertThat(restoreGroup(minute(5), minute(5), who("a"), who("b")))
          .containsExactly(
              new Closed<>(minute(5), 1, Cause.RESTORED, 1, List.of("a", "b"), place("1")));
    }

    @Test
    void even_a_moment_beyond_all_time_can_be_stated() {
      restoreGroup(Instant.MAX, minute(1), who("a"), who("b"));

      assertThat(matcher.advance(Instant.MAX)).hasSize(1);
    }

    @Test
    void nobody_is_a_member_twice() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> restoreGroup(minute(30), minute(1), who("a"), who("a")));
    }
  }

  @Nested
  class Closing {
    @Test
    void a_group_is_closed_when_somebody_says_so() {
      add(0, who("a").at("1"));
      add(1, who("b"));

      assertThat(matcher.close("b", minute(5)))
          .containsExactly(
              new Closed<>(minute(5), 2, Cause.TIME, 1, List.of("a", "b"), place("1")));
      assertThat(matcher.contains("a")).isFalse();
      assertThat(matcher.nextDue()).isEmpty();
    }

    @Test
    void who_is_in_no_group_that_could_change_has_none_to_close() {
      add(0, who("a"));

      assertThat(matcher.close("a", minute(5))).isEmpty();
      assertThat(matcher.close("stranger", minute(5))).isEmpty();
      assertThat(matcher.contains("a")).isTrue();
    }

    @Test
    void what_is_due_is_done_before() {
      add(0, who("a"));

      assertThat(matcher.close("a", minute(30)))
          .containsExactly(new Expired<>(minute(30), 1, "a", 0));
    }
  }

  @Nested
  class Known {
    @Test
    void the_last_number_of_a_group_is_known() {
      assertThat(matcher.lastGroup()).isZero();
      matcher.restoreGroup(7, List.of(who("x").request(), who("y").request()), minute(0));
      assertThat(matcher.lastGroup()).isEqualTo(7);
      matcher.forget(List.of("x"));
      add(0, who("a"));
      add(0, who("b"));
      assertThat(matcher.lastGroup()).isEqualTo(8);
    }

    @Test
    void it_is_known_until_when_a_group_is_open() {
      add(0, who("a").until(30));
      assertThat(matcher.openUntil("a")).isEmpty();
      add(0, who("b").until(40));

      assertThat(matcher.openUntil("a")).contains(minute(40));
      assertThat(matcher.openUntil("stranger")).isEmpty();
    }

    @Test
    void a_full_group_that_may_change_is_told_with_its_moment() {
      add(0, who("a").size(2, 2).until(20));

      assertThat(add(1, who("b").size(2, 2).until(30)))
          .containsExactly(
              new Formed<>(
                  minute(1),
                  1,
                  Cause.ARRIVAL,
                  1,
                  List.of("a", "b"),
                  2,
                  false,
                  Optional.of(minute(30))));
      assertThat(matcher.nextDue()).contains(minute(20));
    }
  }

  @Nested
  class Previews {
    @Test
    void who_thinks_of_waiting_is_told_what_they_would_be_told() {
      add(0, who("a").at("1").size(4, 4));
      add(0, who("b").at("1", "2").size(4, 4).avoiding("new"));
      add(0, who("c").at("2").size(4, 4));
      WaitingRequest<String> wish =
          who("new").at("1").anyLevelAfter(1).since(0).until(60).party(2).size(4, 4).request();

      Outlook preview = matcher.preview(wish, minute(2));

      assertThat(preview.waiting()).isEqualTo(5);
      assertThat(preview.suitable()).isEqualTo(2);
      assertThat(preview.hints()).hasSize(1);
      matcher.add(wish, minute(2));
      Outlook afterwards = matcher.outlook("new", minute(2));
      assertThat(afterwards.waiting()).isEqualTo(5);
      assertThat(afterwards.suitable()).isEqualTo(2);
      assertThat(afterwards.hints()).isEqualTo(preview.hints());
    }

    @Test
    void a_wish_counts_as_relaxed_as_its_age_says() {
      add(0, who("a").at("1").size(4, 4));
      WaitingRequest<String> wish = who("new").at("2").size(4, 4).anywhereAfter(10).request();

      assertThat(matcher.preview(wish, minute(9)).suitable()).isZero();
      assertThat(matcher.preview(wish, minute(10)).suitable()).isEqualTo(1);
    }

    @Test
    void who_waits_may_ask_what_another_wish_would_bring() {
      add(0, who("a").at("1").size(4, 4));
      add(0, who("b").at("2").size(4, 4));
      add(0, who("c").at("2").size(4, 4));

      Outlook preview = matcher.preview(who("a").at("2").party(2).size(4, 4).request(), minute(1));

      assertThat(preview.waiting()).isEqualTo(4);
      assertThat(preview.suitable()).isEqualTo(2);
    }

    @Test
    void who_is_in_a_group_does_not_suit_themselves() {
      add(0, who("a").at("1"));
      add(0, who("b").at("1"));

      assertThat(matcher.preview(who("a").at("1").request(), minute(1)).suitable()).isZero();
      assertThat(matcher.preview(who("c").at("1").request(), minute(1)).suitable()).isEqualTo(2);
    }

    @Test
    void nothing_depends_on_whether_somebody_asked() {
      var decisions = new ArrayList<List<Decision<String>>>();
      for (boolean asked : List.of(false, true)) {
        OnlineMatcher<String> pool = matcher(MatchingPolicy.DEFAULT);
        var all = new ArrayList<Decision<String>>();
        for (int i = 0; i < 200; i++) {
          if (asked) {
            pool.preview(who("other" + i).at("1", "2").request(), minute(i / 4 + 5));
          }
          String where = String.valueOf(1 + i % 3);
          all.addAll(
              pool.add(
                  who("p" + i).at(where).since(i / 4).until(i / 4 + 30).request(), minute(i / 4)));
        }
        decisions.add(all);
      }

      assertThat(decisions.get(1)).isEqualTo(decisions.get(0)).isNotEmpty();
    }
  }
}
