package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a group meets that has settled. */
class StartTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NINE = Instant.parse("2026-11-29T00:00:00Z");
  private static final Instant HALF_PAST_ELEVEN = Instant.parse("2026-11-29T02:30:00Z");

  private static final OptionsFacet TIME =
      hours("time", "lunch", "11:30-13:30", "tea", "15:00-16:00", "any", "");
  private static final OptionsFacet ROOM =
      hours("room", "hall", "12:00-20:00", "yard", "08:00-10:00");
  private static final Category CATEGORY =
      RandomConditions.category(List.of(RandomConditions.LEVEL, TIME, ROOM, RandomConditions.WHEN));

  @Test
  void a_group_that_settled_for_nothing_meets_at_once() {
    assertThat(CATEGORY.startsAt(AllOf.ANYTHING, NINE, SEOUL)).isEqualTo(NINE);
    assertThat(start(Map.of(RandomConditions.LEVEL.key(), new Range(1, 1)))).isEqualTo(NINE);
  }

  @Test
  void a_start_that_nobody_named_is_put_off_to_the_next_five_minutes() {
    Instant odd = NINE.plus(Duration.ofMinutes(3)).plusNanos(17_000);
    Instant five = NINE.plus(Duration.ofMinutes(5));

    assertThat(CATEGORY.startsAt(AllOf.ANYTHING, odd, SEOUL)).isEqualTo(five);
    assertThat(CATEGORY.startsAt(AllOf.ANYTHING, NINE.plusNanos(1_000), SEOUL)).isEqualTo(five);
    assertThat(CATEGORY.startsAt(AllOf.ANYTHING, five, SEOUL)).isEqualTo(five);
    assertThat(CATEGORY.startsAt(asking(TIME, option("any")), odd, SEOUL)).isEqualTo(five);
    assertThat(
            CATEGORY.startsAt(
                asking(TIME, option("lunch")), HALF_PAST_ELEVEN.plusSeconds(1), SEOUL))
        .isEqualTo(HALF_PAST_ELEVEN.plus(Duration.ofMinutes(5)));
  }

  @Test
  void who_comes_to_a_meeting_is_content_with_its_start_if_that_is_known() {
    AllOf agreed = asking(RandomConditions.WHEN, window(Duration.ZERO));
    Instant start = window(Duration.ofMinutes(1)).from();

    assertThat(CATEGORY.fixed(agreed, Optional.of(start)))
        .isEqualTo(CATEGORY.fixed(agreed, start))
        .isNotEqualTo(agreed);
    assertThat(CATEGORY.fixed(agreed, Optional.empty())).isEqualTo(agreed);
  }

  @Test
  void a_start_is_put_off_only_as_long_as_it_suits() {
    Instant lastMinute = Instant.parse("2026-11-29T04:29:00Z");
    Instant last = window(Duration.ZERO).to().minus(Duration.ofHours(1));

    assertThat(CATEGORY.startsAt(asking(TIME, option("lunch")), lastMinute, SEOUL))
        .isEqualTo(lastMinute);
    assertThat(
            CATEGORY.startsAt(
                asking(RandomConditions.WHEN, window(Duration.ZERO)), last.minusSeconds(1), SEOUL))
        .isEqualTo(last);
    assertThat(
            CATEGORY.startsAt(
                asking(RandomConditions.WHEN, window(Duration.ofMinutes(1))),
                last.plusSeconds(59),
                SEOUL))
        .isEqualTo(last.plusSeconds(59));
  }

  @Test
  void a_moment_that_somebody_named_stays() {
    TimeWindow window = window(Duration.ofMinutes(7));

    for (Instant earliest : List.of(NINE, window.from())) {
      assertThat(CATEGORY.startsAt(asking(RandomConditions.WHEN, window), earliest, SEOUL))
          .isEqualTo(window.from());
    }
  }

  @Test
  void a_start_suits_who_asked_for_an_hour_that_it_lies_in_or_for_none() {
    assertThat(suits(TIME, option("lunch"), HALF_PAST_ELEVEN)).isTrue();
    assertThat(suits(TIME, option("lunch"), NINE)).isFalse();
    assertThat(suits(TIME, new OneOf(List.of("tea", "lunch")), HALF_PAST_ELEVEN)).isTrue();
    assertThat(suits(TIME, new OneOf(List.of("tea", "any")), NINE)).isTrue();
    assertThat(suits(TIME, option("supper"), NINE)).isTrue();
    assertThat(suits(RandomConditions.LEVEL, new Range(1, 1), NINE)).isTrue();
    assertThat(CATEGORY.suits(AllOf.ANYTHING, NINE, SEOUL)).isTrue();
  }

  @Test
  void a_start_suits_who_is_free_from_then_on_as_long_as_it_takes() {
    TimeWindow window = window(Duration.ofHours(1));
    Instant last = window.to().minus(window.leastOverlap());

    assertThat(suits(RandomConditions.WHEN, window, window.from())).isTrue();
    assertThat(suits(RandomConditions.WHEN, window, last)).isTrue();
    assertThat(suits(RandomConditions.WHEN, window, window.from().minusNanos(1_000))).isFalse();
    assertThat(suits(RandomConditions.WHEN, window, last.plusNanos(1_000))).isFalse();
    assertThat(suits(RandomConditions.WHEN, option("lunch"), last)).isFalse();
    assertThat(CATEGORY.latestStart(asking(RandomConditions.WHEN, window)))
        .contains(new Category.LatestStart(RandomConditions.WHEN.key(), last));
    assertThat(CATEGORY.latestStart(asking(RandomConditions.WHEN, option("lunch")))).isEmpty();
    assertThat(CATEGORY.latestStart(asking(TIME, option("lunch")))).isEmpty();
  }

  private static AllOf asking(Facet facet, MatchCondition condition) {
    return new AllOf(Map.of(facet.key(), condition));
  }

  private static boolean suits(Facet facet, MatchCondition asked, Instant start) {
    return CATEGORY.suits(asking(facet, asked), start, SEOUL);
  }

  @Test
  void an_option_with_hours_is_met_within_them() {
    assertThat(start(Map.of(TIME.key(), option("lunch")))).isEqualTo(HALF_PAST_ELEVEN);
  }

  @Test
  void an_option_without_hours_or_no_longer_there_is_met_at_once() {
    assertThat(start(Map.of(TIME.key(), option("any")))).isEqualTo(NINE);
    assertThat(start(Map.of(TIME.key(), option("supper")))).isEqualTo(NINE);
  }

  @Test
  void of_several_options_the_first_that_comes_counts() {
    assertThat(start(Map.of(TIME.key(), new OneOf(List.of("tea", "lunch")))))
        .isEqualTo(HALF_PAST_ELEVEN);
    assertThat(start(Map.of(TIME.key(), new OneOf(List.of("any", "lunch"))))).isEqualTo(NINE);
  }

  @Test
  void a_window_is_met_at_its_beginning_or_at_once_if_that_has_passed() {
    assertThat(start(Map.of(RandomConditions.WHEN.key(), window(Duration.ofHours(5)))))
        .isEqualTo(NINE.plus(Duration.ofHours(5)));
    assertThat(start(Map.of(RandomConditions.WHEN.key(), window(Duration.ofMinutes(-30)))))
        .isEqualTo(NINE);
  }

  @Test
  void what_several_facets_say_is_true_of_the_start() {
    // The hall opens at 12, within lunch; a window from 17:00 is past lunch, so it is tomorrow's.
    assertThat(start(Map.of(TIME.key(), option("lunch"), ROOM.key(), option("hall"))))
        .isEqualTo(Instant.parse("2026-11-29T03:00:00Z"));
    assertThat(
            start(
                Map.of(
                    TIME.key(),
                    option("lunch"),
                    RandomConditions.WHEN.key(),
                    window(Duration.ofHours(8)))))
        .isEqualTo(Instant.parse("2026-11-30T02:30:00Z"));
  }

  @Test
  void facets_that_never_agree_are_met_when_the_last_of_them_begins() {
    assertThat(start(Map.of(TIME.key(), option("tea"), ROOM.key(), option("yard"))))
        .isEqualTo(Instant.parse("2026-11-29T06:00:00Z"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_start_is_never_before_the_earliest_moment_and_within_the_hours(long seed) {
    var random = new SplittableRandom(seed);
    var conditions = new RandomConditions(seed);
    List<ZoneId> zones = List.of(SEOUL, ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));
    for (int i = 0; i < 500; i++) {
      ZoneId zone = zones.get(random.nextInt(zones.size()));
      Instant earliest = NINE.plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)));
      OptionsFacet.Option time = TIME.options().get(random.nextInt(3));
      OptionsFacet.Option room = ROOM.options().getFirst();
      AllOf agreed =
          new AllOf(
              Map.of(
                  TIME.key(),
                  option(time.key()),
                  ROOM.key(),
                  option(room.key()),
                  RandomConditions.WHEN.key(),
                  conditions.window()));

      Instant start = CATEGORY.startsAt(agreed, earliest, zone);

      LocalTime clock = LocalTime.ofInstant(start, zone);
      assertThat(start).isAfterOrEqualTo(earliest);
      assertThat(List.of(time, room))
          .as("%s, %s, %s", agreed, earliest, start)
          .allMatch(option -> option.hours().stream().allMatch(hours -> hours.contains(clock)));
      assertThat(CATEGORY.startsAt(agreed, start, zone)).isEqualTo(start);
    }
  }

  private static Instant start(Map<FacetKey, MatchCondition> agreed) {
    return CATEGORY.startsAt(new AllOf(agreed), NINE, SEOUL);
  }

  private static OneOf option(String key) {
    return new OneOf(List.of(key));
  }

  private static TimeWindow window(Duration ahead) {
    Instant from = NINE.plus(ahead);
    return new TimeWindow(from, from.plus(Duration.ofHours(2)), Duration.ofHours(1));
  }

  private static OptionsFacet hours(String facet, String... optionsAndHours) {
    var options = new ArrayList<OptionsFacet.Option>();
    for (int i = 0; i < optionsAndHours.length; i += 2) {
      options.add(
          new OptionsFacet.Option(
              optionsAndHours[i],
              RandomConditions.name(optionsAndHours[i]),
              Optional.of(optionsAndHours[i + 1])
                  .filter(hours -> !hours.isEmpty())
                  .map(LocalHours::parse)));
    }
    return new OptionsFacet(new FacetKey(facet), RandomConditions.name(facet), options);
  }
}
