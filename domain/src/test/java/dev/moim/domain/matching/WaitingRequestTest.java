package dev.moim.domain.matching;

import static dev.moim.domain.matching.Waiting.minute;
import static dev.moim.domain.matching.Waiting.place;
import static dev.moim.domain.matching.Waiting.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRequestTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void what_is_asked_for_relaxes_at_the_age_that_was_agreed() {
    WaitingRequest<String> request =
        who("a").since(3).at("1").size(3, 4).anywhereAfter(5).sizeAfter(7, 2).request();

    assertThat(request.conditionAt(minute(8).minusNanos(1))).isEqualTo(place("1"));
    assertThat(request.conditionAt(minute(8))).isEqualTo(AllOf.ANYTHING);
    assertThat(request.sizeAt(minute(10).minusNanos(1))).isEqualTo(new GroupSize(3, 4));
    assertThat(request.sizeAt(minute(10))).isEqualTo(new GroupSize(2, 4));
  }

  @Test
  void steps_are_kept_by_age() {
    assertThat(who("a").sizeAfter(7, 2).anywhereAfter(5).request().relaxations())
        .extracting(Relaxation::age)
        .isEqualTo(List.of(Duration.ofMinutes(5), Duration.ofMinutes(7)));
  }

  @Test
  void somebody_comes_and_has_some_time() {
    assertThatIllegalArgumentException().isThrownBy(() -> who("a").party(0).request());
    assertThatIllegalArgumentException().isThrownBy(() -> who("a").since(30).request());
  }

  @Test
  void the_age_of_a_relaxation_is_positive() {
    for (Duration age : List.of(Duration.ZERO, MINUTE.negated())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Relaxation.AnyValue(Waiting.PLACE, age));
      assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation.SmallerGroup(2, age));
    }
  }

  @Test
  void a_smaller_group_has_a_size_that_groups_have() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation.SmallerGroup(1, MINUTE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation.SmallerGroup(21, MINUTE));
    assertThat(new Relaxation.SmallerGroup(20, MINUTE).relax(new GroupSize(3, 4)))
        .isEqualTo(new GroupSize(3, 4));
    assertThat(new Relaxation.SmallerGroup(2, MINUTE).relax(new GroupSize(3, 4)))
        .isEqualTo(new GroupSize(2, 4));
  }
}
