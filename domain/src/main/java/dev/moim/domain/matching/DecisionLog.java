package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a pool has decided since it was last asked, with the step and the cause of each decision.
 * Not thread-safe.
 */
final class DecisionLog<K> {
  private List<Decision<K>> decisions = new ArrayList<>();
  private Cause cause = Cause.ARRIVAL;
  private Instant at = Instant.MIN;
  private long step;

  /** Says why all steps that follow are taken. */
  void because(Cause reason) {
    cause = reason;
  }

  /** Begins a new step: all decisions until the next one belong together. */
  void beginStep(Instant now) {
    at = now;
    step++;
  }

  /** Says who is in a group that is open, or may at least change. */
  void grouped(Unit<K> group, boolean existed, boolean open) {
    grouped(group, existed, open, Optional.of(group.openUntil()));
  }

  /** Says who is in a group that is closed in the same step. */
  void groupedForGood(Unit<K> group, boolean existed) {
    grouped(group, existed, false, Optional.empty());
  }

  private void grouped(Unit<K> group, boolean existed, boolean open, Optional<Instant> openUntil) {
    long number = group.group();
    decisions.add(
        existed
            ? new Decision.Changed<>(
                at, step, cause, number, group.ids(), group.people(), open, openUntil)
            : new Decision.Formed<>(
                at, step, cause, number, group.ids(), group.people(), open, openUntil));
  }

  void closed(Unit<K> group, AllOf agreed) {
    decisions.add(new Decision.Closed<>(at, step, cause, group.group(), group.ids(), agreed));
  }

  void dissolved(Unit<K> group, List<K> waiting) {
    decisions.add(new Decision.Dissolved<>(at, step, cause, group.group(), waiting));
  }

  void relaxed(K id, Relaxation relaxation) {
    decisions.add(new Decision.Relaxed<>(at, step, id, relaxation));
  }

  void expired(K id, int suitable) {
    decisions.add(new Decision.Expired<>(at, step, id, suitable));
  }

  /** All that was decided since the last time. */
  List<Decision<K>> take() {
    List<Decision<K>> taken = decisions;
    decisions = new ArrayList<>();
    return Collections.unmodifiableList(taken);
  }
}
