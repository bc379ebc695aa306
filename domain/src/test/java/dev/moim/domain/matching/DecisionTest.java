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
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void each_kind_of_decision_is_told_as_what_it_is() {
    List<Decision<String>> decisions =
        List.of(
            new Formed<>(NOW, 1, List.of("a"), 2, true),
            new Changed<>(NOW, 1, List.of("a", "b"), 3, true),
            new Closed<>(NOW, 1, List.of("a", "b"), AllOf.ANYTHING),
            new Dissolved<>(NOW, 2, List.of("c")),
            new Relaxed<>(NOW, "c", new Relaxation.SmallerGroup(2, Duration.ofMinutes(1))),
            new Expired<>(NOW, "c"));
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
