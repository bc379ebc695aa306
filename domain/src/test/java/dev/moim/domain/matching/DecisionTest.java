package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.matching.Decision.Changed;
import dev.moim.domain.matching.Decision.Closed;
import dev.moim.domain.matching.Decision.Dissolved;
import dev.moim.domain.matching.Decision.Expired;
import dev.moim.domain.matching.Decision.Formed;
import dev.moim.domain.matching.Decision.Listener;
import dev.moim.domain.matching.Decision.Relaxed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Optional<Instant> UNTIL = Optional.of(NOW.plusSeconds(60));

  @Test
  void each_kind_of_decision_is_told_as_what_it_is() {
    List<Decision<String>> decisions =
        List.of(
            new Formed<>(NOW, 1, Cause.ARRIVAL, 1, List.of("a"), 2, true, UNTIL),
            new Changed<>(NOW, 2, Cause.RELAXATION, 1, List.of("a", "b"), 3, true, UNTIL),
            new Closed<>(NOW, 3, Cause.TIME, 1, List.of("a", "b"), AllOf.ANYTHING),
            new Dissolved<>(NOW, 4, Cause.WITHDRAWAL, 2, List.of("c")),
            new Relaxed<>(NOW, 5, "c", new Relaxation.SmallerGroup(2, Duration.ofMinutes(1))),
            new Expired<>(NOW, 6, "c", 0));
    var heard = new ArrayList<Decision<String>>();

    decisions.forEach(decision -> decision.tell(listener(heard)));

    assertThat(heard).isEqualTo(decisions);
  }

  private static Listener<String> listener(List<Decision<String>> heard) {
    return new Listener<>() {
      @Override
      public void formed(Formed<String> decision) {
        heard.add(decision);
      }

      @Override
      public void changed(Changed<String> decision) {
        heard.add(decision);
      }

      @Override
      public void closed(Closed<String> decision) {
        heard.add(decision);
      }

      @Override
      public void dissolved(Dissolved<String> decision) {
        heard.add(decision);
      }

      @Override
      public void relaxed(Relaxed<String> decision) {
        heard.add(decision);
      }

      @Override
      public void expired(Expired<String> decision) {
        heard.add(decision);
      }
    };
  }
}
