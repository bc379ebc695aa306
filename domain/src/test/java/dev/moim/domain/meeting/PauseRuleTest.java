package dev.moim.domain.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseRuleTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final PauseRule RULE = new PauseRule(3, DAY.multipliedBy(30), DAY.multipliedBy(7));

  private static Instant daysAgo(long days) {
    return NOW.minus(DAY.multipliedBy(days));
  }

  @Test
  void the_third_absence_in_a_month_pauses_for_a_week_from_then_on() {
    List<Instant> absent = List.of(daysAgo(2), daysAgo(10), daysAgo(32));

    assertThat(RULE.until(absent, NOW)).contains(NOW.plus(DAY.multipliedBy(5)));
    assertThat(RULE.until(absent, NOW.plus(DAY.multipliedBy(5)))).isEmpty();
    assertThat(RULE.relevantSince(NOW)).isEqualTo(daysAgo(37));
  }

  @Test
  void fewer_absences_or_a_longer_time_pause_nobody() {
    assertThat(RULE.until(List.of(), NOW)).isEmpty();
    assertThat(RULE.until(List.of(daysAgo(1), daysAgo(1)), NOW)).isEmpty();
    assertThat(RULE.until(List.of(daysAgo(2), daysAgo(10), daysAgo(33)), NOW)).isEmpty();
  }

  @Test
  void an_absence_that_stands_alone_does_not_end_the_pause_of_those_before() {
    List<Instant> absent = List.of(daysAgo(1), daysAgo(5), daysAgo(34), daysAgo(35));

    assertThat(RULE.until(absent, NOW)).contains(NOW.plus(DAY.multipliedBy(2)));
  }

  @Test
  void a_rule_is_bounded() {
    for (int absences : new int[] {0, 101}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PauseRule(absences, DAY, DAY));
    }
    for (Duration wrong : List.of(Duration.ZERO, DAY.multipliedBy(367))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PauseRule(3, wrong, DAY));
      assertThatIllegalArgumentException().isThrownBy(() -> new PauseRule(3, DAY, wrong));
    }
  }
}
