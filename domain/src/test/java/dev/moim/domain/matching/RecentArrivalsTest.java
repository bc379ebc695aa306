package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.moim.domain.matching.RecentArrivals.Expected;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentArrivalsTest {
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final RecentArrivals arrivals = new RecentArrivals(new Layout(Waiting.CATEGORY));

  @Test
  void nobody_is_expected_where_nobody_came() {
    assertThat(arrivals.rateFor(who("a").present(), HOUR)).isZero();
  }

  @Test
  void one_in_two_minutes_is_half_a_person_a_minute() {
    arrivals.add(who("a").present(), HOUR);

    assertThat(perMinute(who("b"), HOUR + 2 * MINUTE)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void the_first_few_do_not_look_like_a_crowd() {
    arrivals.add(who("a").present(), HOUR);
    arrivals.add(who("b").present(), HOUR);

    assertThat(perMinute(who("c"), HOUR + SECOND)).isCloseTo(2, within(1e-9));
  }

  @Test
  void only_those_count_who_suit_as_to_conditions_and_sizes() {
    arrivals.add(who("suits").at("1", "2").present(), 0);
    arrivals.add(who("elsewhere").at("2").present(), 0);
    arrivals.add(who("large").size(5, 8).present(), 0);
    arrivals.add(who("party").party(2).present(), 0);

    assertThat(perMinute(who("a").at("1"), 10 * MINUTE)).isCloseTo(0.3, within(1e-9));
    assertThat(perMinute(who("b").at("3").size(2, 2), 10 * MINUTE)).isZero();
  }

  @Test
  void how_often_somebody_comes_is_taken_from_the_last_three_hours() {
    arrivals.add(who("long ago").present(), 0);
    arrivals.add(who("early").present(), HOUR);
    arrivals.add(who("late").present(), 4 * HOUR);

    assertThat(perMinute(who("a"), 4 * HOUR)).isCloseTo(2 / 180.0, within(1e-9));
    assertThat(perMinute(who("a"), 5 * HOUR)).isCloseTo(1 / 180.0, within(1e-9));
  }

  @Test
  void of_a_great_many_the_latest_are_remembered() {
    for (int i = 0; i < 700; i++) {
      arrivals.add(who("p" + i).at(i < 188 ? "1" : i < 444 ? "2" : "3").present(), i * SECOND);
    }

    // Those remembered came from second 188 on, one a second.
    assertThat(perMinute(who("a").at("1"), 700 * SECOND)).isZero();
    assertThat(perMinute(who("b").at("2"), 700 * SECOND)).isCloseTo(30, within(1e-9));
    assertThat(perMinute(who("c"), 700 * SECOND)).isCloseTo(60, within(1e-9));
  }

  @Test
  void who_comes_back_after_others_is_no_new_arrival() {
    arrivals.add(who("a").at("1").present(), MINUTE);
    arrivals.add(who("b").at("2").present(), 0);
    arrivals.add(who("c").at("1").present(), MINUTE);

    assertThat(perMinute(who("d").at("2"), 11 * MINUTE)).isZero();
    assertThat(perMinute(who("d").at("1"), 11 * MINUTE)).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void who_came_last_and_is_taken_in_anew_is_no_new_arrival() {
    arrivals.add(who("a").present(), MINUTE);
    arrivals.add(who("b").present(), MINUTE);
    arrivals.add(who("a").present(), MINUTE);

    assertThat(perMinute(who("c"), 11 * MINUTE)).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void of_a_pool_without_history_the_prior_is_told() {
    assertThat(expected(who("a"), HOUR)).isEqualTo(half(30 * MINUTE));
  }

  @Test
  void a_handful_that_comes_at_once_is_not_taken_for_how_often_somebody_comes() {
    for (String name : List.of("a", "b", "c")) {
      arrivals.add(who(name).present(), HOUR);
    }

    // Three came in no time, which is 3.5 in half an hour with the prior, not three a minute.
    assertThat(expected(who("d"), HOUR)).isEqualTo(new Expected(3.5, 30 * MINUTE));
  }

  @Test
  void a_class_that_comes_at_once_is_no_crowd_that_goes_on_to_come() {
    for (int i = 0; i < 50; i++) {
      arrivals.add(who("p" + i).present(), HOUR);
    }

    assertThat(expected(who("d"), HOUR)).isEqualTo(new Expected(50.5, 30 * MINUTE));
    assertThat(expected(who("d"), HOUR + 5 * MINUTE)).isEqualTo(new Expected(50.5, 25 * MINUTE));
    // Of 45 minutes those in which 4 of 50 come, and the quarter of an hour.
    assertThat(expected(who("d"), HOUR + 15 * MINUTE)).isEqualTo(new Expected(50.5, 18.6 * MINUTE));
  }

  @Test
  void the_prior_fades_with_the_time_that_is_watched() {
    arrivals.watchFrom(0);

    assertThat(expected(who("a"), 10 * MINUTE)).isEqualTo(half(40 * MINUTE));
    assertThat(expected(who("a"), 3 * HOUR)).isEqualTo(half(210 * MINUTE));
    assertThat(expected(who("a"), 9 * HOUR)).isEqualTo(half(210 * MINUTE));

    for (int i = 0; i < 60; i++) {
      arrivals.add(who("p" + i).present(), 6 * HOUR + (1 + i * 3) * MINUTE);
    }

    // By now it is the time in which 4 come, the first half hour taken in: 4 / 60 of 210 minutes.
    assertThat(expected(who("a"), 9 * HOUR)).isEqualTo(new Expected(60.5, 194 * MINUTE));
  }

  @Test
  void who_came_before_anybody_watched_was_seen_as_well() {
    arrivals.watchFrom(HOUR);
    arrivals.add(who("waits").present(), HOUR - 10 * MINUTE);
    arrivals.watchFrom(HOUR + MINUTE);

    assertThat(expected(who("a"), HOUR + 5 * MINUTE)).isEqualTo(new Expected(1.5, 45 * MINUTE));
  }

  @Test
  void nobody_suits_themselves() {
    arrivals.add(who("a").at("1").present(), 0);
    arrivals.add(who("b").at("2").present(), 0);
    arrivals.add(who("c").at("1", "2").present(), 0);

    assertThat(expected(who("a").at("1"), 0)).isEqualTo(new Expected(1.5, 30 * MINUTE));
    assertThat(expected(who("c").at("1", "2"), 0)).isEqualTo(new Expected(2.5, 30 * MINUTE));
  }

  @Test
  void of_a_great_many_the_time_counts_in_which_those_came_who_are_remembered() {
    for (int i = 0; i < 700; i++) {
      arrivals.add(who("p" + i).at(i % 2 == 0 ? "1" : "2").present(), i * SECOND);
    }

    assertThat(expected(who("a").at("1"), 700 * SECOND))
        .isEqualTo(new Expected(256.5, (30 * MINUTE - 2 * 700 * SECOND) + 512 * SECOND));
  }

  private static Expected half(long span) {
    return new Expected(0.5, span);
  }

  private Expected expected(Waiting who, long now) {
    return arrivals.expectedFor(who.present(), now);
  }

  private double perMinute(Waiting who, long now) {
    return MINUTE * arrivals.rateFor(who.present(), now);
  }
}
