package dev.moim.application.matching.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.Relaxation.AnyValue;
import dev.moim.domain.matching.Relaxation.SmallerGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolSettingsTest {
  private static final PoolSettings USUAL = PoolSettings.DEFAULT;
  private static final FacetKey WAY = new FacetKey("way");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void a_category_of_which_nothing_is_set_is_as_usual() {
    var meal = new CategoryKey("meal");
    PoolSettings own = USUAL.withLead(TEN_MINUTES);
    var settings = new MatchingSettings(Map.of(meal, own));

    assertThat(settings.of(meal)).isEqualTo(own);
    assertThat(settings.of(new CategoryKey("study"))).isEqualTo(USUAL);
    assertThat(MatchingSettings.DEFAULT.of(meal)).isEqualTo(USUAL);
  }

  @Test
  void a_group_that_is_asked_for_its_acceptance_is_proposed_as_it_stands() {
    MatchingPolicy policy = USUAL.withAcceptance(TEN_MINUTES).policy();

    assertThat(policy.joiners()).isFalse();
    assertThat(policy.rearranging()).isFalse();
    assertThat(policy.relaxation()).isTrue();
    assertThat(policy.timing()).isEqualTo(MatchingPolicy.DEFAULT.timing());
    assertThat(policy.partners()).isEqualTo(MatchingPolicy.DEFAULT.partners());
    assertThat(policy.rescueLead()).isEqualTo(MatchingPolicy.DEFAULT.rescueLead());
    assertThat(USUAL.withAcceptance(TEN_MINUTES).withPolicy(MatchingPolicy.DEFAULT).policy())
        .isEqualTo(policy);
  }

  @Test
  void nobody_is_asked_for_acceptance_unless_the_category_says_so() {
    assertThat(USUAL.acceptance()).isEmpty();
    assertThat(USUAL.policy()).isEqualTo(MatchingPolicy.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT1H"})
  void acceptance_takes_half_a_minute_to_an_hour(String time) {
    assertThat(USUAL.withAcceptance(Duration.parse(time)).acceptance())
        .contains(Duration.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT29.999S", "PT1H0.001S"})
  void other_times_for_acceptance_are_refused(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> USUAL.withAcceptance(Duration.parse(time)))
        .withMessageStartingWith("from 30 s to 1 h");
  }

  @Test
  void partners_are_avoided_for_up_to_a_year_or_never() {
    assertThat(USUAL.withAvoidPartners(Duration.ZERO).avoidPartners()).isZero();
    assertThat(USUAL.withAvoidPartners(Duration.ofDays(366)).avoidPartners()).hasDays(366);
    for (Duration wrong : List.of(Duration.ofMillis(-1), Duration.ofDays(366).plusMillis(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withAvoidPartners(wrong));
    }
  }

  @Test
  void a_meeting_starts_at_once_to_a_day_later_at_the_earliest() {
    assertThat(USUAL.withLead(Duration.ZERO).lead()).isZero();
    assertThat(USUAL.withLead(Duration.ofHours(24)).lead()).hasHours(24);
    for (Duration wrong : List.of(Duration.ofMillis(-1), Duration.ofHours(24).plusMillis(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withLead(wrong));
    }
  }

  @Test
  void steps_have_names_of_their_own() {
    List<Relaxation> steps =
        List.of(new AnyValue(WAY, TEN_MINUTES), new SmallerGroup(2, TEN_MINUTES));

    assertThat(USUAL.withRelaxations(steps).relaxations())
        .extracting(Relaxation::name)
        .containsExactly("way", "size");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            USUAL.withRelaxations(
                List.of(
                    new AnyValue(WAY, TEN_MINUTES), new AnyValue(WAY, TEN_MINUTES.plusMinutes(1)))))
        .withMessage("a step is named twice");
  }

  @Test
  void a_step_comes_while_somebody_may_still_wait() {
    Duration day = Duration.ofHours(24);

    assertThat(USUAL.withRelaxations(List.of(new AnyValue(WAY, day.minusMillis(1)))).relaxations())
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> USUAL.withRelaxations(List.of(new AnyValue(WAY, day))))
        .withMessageStartingWith("the step way comes before 24 h");
  }
}
