package dev.moim.application.matching.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.shared.Samples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecidedStepTest {
  private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
  private static final Optional<Instant> SOON = Optional.of(NOW.plusSeconds(60));
  private static final Optional<Instant> LATER = Optional.of(NOW.plusSeconds(90));

  private final List<MatchRequestId> ids =
      Stream.generate(Samples::matchRequestId).limit(6).toList();

  private List<MatchRequestId> ids(int... numbers) {
    return Arrays.stream(numbers).mapToObj(ids::get).toList();
  }

  private Decision<MatchRequestId> formed(long step, long group, int... members) {
    return new Decision.Formed<>(
        NOW, step, Cause.ARRIVAL, group, ids(members), members.length, true, LATER);
  }

  private Decision<MatchRequestId> changed(long step, long group, int... members) {
    return new Decision.Changed<>(
        NOW, step, Cause.ARRIVAL, group, ids(members), members.length, false, SOON);
  }

  private static List<DecidedStep> steps(List<Decision<MatchRequestId>> decisions) {
    return DecidedStep.of(decisions);
  }

  @Test
  void who_joins_a_new_group_is_among_those_who_formed_it() {
    List<DecidedStep> steps =
        steps(List.of(formed(1, 7, 0, 1), changed(2, 7, 0, 1, 2), changed(3, 7, 0, 1, 2, 3)));

    assertThat(steps).hasSize(1);
    assertThat(steps.getFirst().formed())
        .containsExactly(
            new Decision.Formed<>(NOW, 1, Cause.ARRIVAL, 7, ids(0, 1, 2, 3), 4, false, SOON));
    assertThat(steps.getFirst().changed()).isEmpty();
    assertThat(steps.getFirst().involved()).isEqualTo(Set.copyOf(ids(0, 1, 2, 3)));
    assertThat(steps.getFirst().formerGroups()).isEmpty();
  }

  @Test
  void who_joins_a_former_group_one_after_the_other_has_joined_it_together() {
    List<DecidedStep> steps =
        steps(List.of(changed(1, 7, 0, 1, 2), formed(2, 8, 4, 5), changed(3, 7, 0, 1, 2, 3)));

    assertThat(steps).hasSize(2);
    assertThat(steps.getFirst().changed())
        .containsExactly((Decision.Changed<MatchRequestId>) changed(3, 7, 0, 1, 2, 3));
    assertThat(steps.getFirst().formerGroups()).containsExactly(7L);
    assertThat(steps.getLast().formed()).hasSize(1);
  }

  @Test
  void who_leaves_a_group_does_so_after_it_was_formed() {
    assertThat(steps(List.of(formed(1, 7, 0, 1, 2), changed(2, 7, 0, 1)))).hasSize(2);
  }

  @Test
  void a_group_that_is_closed_or_given_up_meanwhile_is_not_joined_before() {
    Decision<MatchRequestId> closed =
        new Decision.Closed<>(NOW, 1, Cause.ARRIVAL, 7, ids(0, 1), AllOf.ANYTHING);
    Decision<MatchRequestId> dissolved =
        new Decision.Dissolved<>(NOW, 2, Cause.WITHDRAWAL, 7, ids(0, 1));

    assertThat(steps(List.of(formed(1, 7, 0, 1), closed, changed(2, 7, 0, 1, 2)))).hasSize(2);
    assertThat(steps(List.of(formed(1, 7, 0, 1), dissolved, changed(3, 7, 0, 1, 2)))).hasSize(3);
  }

  @Test
  void whoever_was_elsewhere_meanwhile_does_not_join_before_that() {
    Decision<MatchRequestId> dissolved =
        new Decision.Dissolved<>(NOW, 2, Cause.WITHDRAWAL, 8, ids(2));

    assertThat(steps(List.of(formed(1, 7, 0, 1), dissolved, changed(3, 7, 0, 1, 2)))).hasSize(3);
  }

  @Test
  void those_who_change_over_between_groups_do_it_in_a_step_of_their_own() {
    List<DecidedStep> steps =
        steps(
            List.of(
                formed(1, 7, 0, 1),
                formed(2, 8, 2, 3),
                changed(3, 7, 0, 1, 3),
                changed(3, 8, 2, 4),
                changed(4, 8, 2, 4, 5)));

    assertThat(steps).hasSize(4);
    assertThat(steps.get(2).groups()).containsExactlyInAnyOrder(7L, 8L);
    assertThat(steps.getLast().changed()).hasSize(1);
  }
}
