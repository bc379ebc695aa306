package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FacetTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @Nested
  class Options {
    private final OptionsFacet place = RandomConditions.PLACE;

    @Test
    void a_choice_is_read_and_a_repeated_option_is_one() {
      assertThat(read(place, "gaepo|out|gaepo")).isEqualTo(new OneOf(List.of("out", "gaepo")));
    }

    @Test
    void a_choice_is_written_in_configured_order() {
      assertThat(place.format(new OneOf(List.of("out", "seocho")))).isEqualTo("seocho|out");
    }

    @Test
    void blank_accepts_everything() {
      assertThat(place.parse("  ").isEmpty()).isTrue();
    }

    @Test
    void each_unknown_option_is_named() {
      List<String> allowed = List.of("seocho", "gaepo", "out");

      assertThat(errors(place, "gaepo|mars|venus"))
          .containsExactly(
              new FieldError("/1", "UNKNOWN_OPTION", Map.of("value", "mars", "allowed", allowed)),
              new FieldError("/2", "UNKNOWN_OPTION", Map.of("value", "venus", "allowed", allowed)));
    }

    @Test
    void of_very_many_unknown_options_some_are_named() {
      assertThat(errors(place, "x|".repeat(100_000) + "x")).hasSize(100);
    }

    @Test
    void a_span_is_no_choice() {
      assertThat(errors(place, new FacetInput.Span("1", "2")))
          .containsExactly(new FieldError("", "OPTIONS_EXPECTED"));
    }

    @Test
    void a_group_settles_for_the_option_that_most_had_named() {
      List<MatchCondition> named =
          List.of(new OneOf(List.of("seocho", "gaepo")), new OneOf(List.of("gaepo", "out")));

      assertThat(place.agree(Optional.of(new OneOf(List.of("seocho", "gaepo"))), named))
          .contains(new OneOf(List.of("gaepo")));
    }

    @Test
    void of_equally_wanted_options_the_first_configured_wins() {
      List<MatchCondition> named =
          List.of(new OneOf(List.of("out", "gaepo")), new OneOf(List.of("gaepo", "out")));

      assertThat(place.agree(Optional.of(named.getFirst()), named))
          .contains(new OneOf(List.of("gaepo")));
    }

    @Test
    void if_nobody_asked_the_first_option_is_taken() {
      assertThat(place.agree(Optional.empty(), List.of())).contains(new OneOf(List.of("seocho")));
    }

    @Test
    void who_takes_one_step_accepts_one_more_option() {
      assertThat(place.wider(new OneOf(List.of("gaepo"))))
          .containsExactly(
              new OneOf(List.of("seocho", "gaepo")), new OneOf(List.of("gaepo", "out")));
      assertThat(place.wider(new OneOf(List.of("seocho", "gaepo", "out")))).isEmpty();
    }

    @Test
    void a_facet_needs_options_and_names_each_once() {
      assertThatIllegalArgumentException().isThrownBy(() -> RandomConditions.options("none"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RandomConditions.options("twice", "a", "a"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RandomConditions.options("form", "NOT A KEY"));
    }
  }

  @Nested
  class Levels {
    private final LevelFacet level = RandomConditions.LEVEL;

    @Test
    void a_range_and_a_single_level_are_read_and_written() {
      assertThat(read(level, "3-7")).isEqualTo(new Range(3, 7));
      assertThat(read(level, " 3 - 7 ")).isEqualTo(new Range(3, 7));
      assertThat(read(level, "5")).isEqualTo(new Range(5, 5));
      assertThat(level.format(new Range(3, 7))).isEqualTo("3-7");
      assertThat(level.format(new Range(5, 5))).isEqualTo("5");
    }

    @Test
    void negative_levels_are_read() {
      var depth = new LevelFacet(new FacetKey("depth"), RandomConditions.name("depth"), -5, 5);

      assertThat(read(depth, "-3--1")).isEqualTo(new Range(-3, -1));
      assertThat(read(depth, depth.format(new Range(-3, 2)))).isEqualTo(new Range(-3, 2));
    }

    @Test
    void what_is_no_range_is_refused() {
      assertThat(errors(level, "a-b")).containsExactly(new FieldError("", "RANGE_EXPECTED"));
      assertThat(errors(level, new FacetInput.Choice(List.of("3"))))
          .containsExactly(new FieldError("", "RANGE_EXPECTED"));
    }

    @Test
    void levels_are_numbers_on_the_scale_in_ascending_order() {
      Map<String, Object> scale = Map.of("min", 0, "max", 9);
      assertThat(errors(level, new FacetInput.Span("x", "12")))
          .containsExactly(
              new FieldError("/from", "NOT_A_NUMBER"),
              new FieldError("/to", "OUT_OF_RANGE", scale));
      assertThat(errors(level, "7-3")).containsExactly(new FieldError("/to", "EMPTY_RANGE"));
    }

    @Test
    void blank_accepts_everything() {
      assertThat(level.parse("").isEmpty()).isTrue();
    }

    @Test
    void a_group_settles_for_the_level_that_most_had_named_then_the_lowest() {
      List<MatchCondition> named = List.of(new Range(2, 6), new Range(4, 9));

      assertThat(level.agree(Optional.of(new Range(4, 6)), named)).contains(new Range(4, 4));
      assertThat(level.agree(Optional.empty(), List.of())).isEmpty();
    }

    @Test
    void who_takes_one_step_accepts_one_more_level_on_either_side() {
      assertThat(level.wider(new Range(3, 7))).containsExactly(new Range(2, 7), new Range(3, 8));
      assertThat(level.wider(new Range(0, 7))).containsExactly(new Range(0, 8));
      assertThat(level.wider(new Range(3, 9))).containsExactly(new Range(2, 9));
      assertThat(level.wider(new Range(0, 9))).isEmpty();
    }

    @Test
    void a_scale_has_one_to_a_thousand_levels() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LevelFacet(level.key(), level.name(), 2, 1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LevelFacet(level.key(), level.name(), 0, 1_000));
    }
  }

  @Nested
  class Windows {
    private final WindowFacet when = RandomConditions.WHEN;

    @Test
    void a_window_is_read_and_written() {
      MatchCondition window = read(when, "2026-11-20T10:00Z/2026-11-20T21:00+09:00");

      assertThat(window)
          .isEqualTo(
              new TimeWindow(
                  Instant.parse("2026-11-20T10:00:00Z"),
                  Instant.parse("2026-11-20T12:00:00Z"),
                  Duration.ofMinutes(60)));
      assertThat(read(when, when.format(window))).isEqualTo(window);
    }

    @Test
    void what_is_no_window_is_refused() {
      FieldError expected = new FieldError("", "WINDOW_EXPECTED");
      assertThat(errors(when, "tomorrow")).containsExactly(expected);
      assertThat(errors(when, "a/b/c")).containsExactly(expected);
      assertThat(errors(when, new FacetInput.Choice(List.of("x")))).containsExactly(expected);
      assertThat(errors(when, "soon/1969-01-01T00:00Z"))
          .containsExactly(
              new FieldError("/from", "NOT_AN_INSTANT"), new FieldError("/to", "NOT_AN_INSTANT"));
    }

    @Test
    void a_window_lasts_as_long_as_a_meeting_at_least_and_sixty_days_at_most() {
      assertThat(errors(when, "2026-11-20T10:00Z/2026-11-20T10:59Z"))
          .containsExactly(new FieldError("/to", "WINDOW_TOO_SHORT", Map.of("leastMinutes", 60L)));
      assertThat(errors(when, "2026-11-20T10:00Z/2027-11-20T10:00Z"))
          .containsExactly(new FieldError("/to", "WINDOW_TOO_LONG", Map.of("mostDays", 60L)));
    }

    @Test
    void a_window_that_is_over_is_refused() {
      assertThat(errors(when, "2026-11-20T07:00Z/2026-11-20T09:00Z"))
          .containsExactly(new FieldError("/to", "WINDOW_OVER"));
    }

    @Test
    void blank_accepts_everything() {
      assertThat(when.parse(" ").isEmpty()).isTrue();
    }

    @Test
    void a_group_settles_for_its_common_window() {
      MatchCondition common = read(when, "2026-11-20T10:00Z/2026-11-20T12:00Z");

      assertThat(when.agree(Optional.of(common), List.of())).contains(common);
    }

    @Test
    void who_takes_one_step_is_free_earlier_or_later_by_the_least_overlap() {
      assertThat(when.wider(read(when, "2026-11-20T10:00Z/2026-11-20T12:00Z")))
          .containsExactly(
              read(when, "2026-11-20T09:00Z/2026-11-20T12:00Z"),
              read(when, "2026-11-20T10:00Z/2026-11-20T13:00Z"));
    }

    @Test
    void the_least_overlap_is_positive_and_fits_into_a_window() {
      for (Duration overlap : List.of(Duration.ZERO, Duration.ofDays(61))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new WindowFacet(when.key(), when.name(), overlap));
      }
    }
  }

  private static MatchCondition read(Facet facet, String text) {
    return facet.read(facet.parse(text), NOW);
  }

  private static List<FieldError> errors(Facet facet, String text) {
    return catchThrowableOfType(DomainException.class, () -> read(facet, text)).fieldErrors();
  }

  private static List<FieldError> errors(Facet facet, FacetInput input) {
    return catchThrowableOfType(DomainException.class, () -> facet.read(input, NOW)).fieldErrors();
  }
}
