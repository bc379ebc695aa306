package dev.moim.application.matching.service;

import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import java.util.List;
import java.util.Set;

/** Takes what the engine of a pool has decided to the store, each step for itself. */
final class StepCommits {
  private final PoolState pool;
  private final SharedMemory memory;
  private final Attempts attempts;
  private final GroupStore store;

  StepCommits(PoolState pool, Attempts attempts, GroupStore store) {
    this.pool = pool;
    memory = pool.memory();
    this.attempts = attempts;
    this.store = store;
  }

  /** Commits what was decided; a step that does not hold any more is given up, and no other one. */
  void commit(List<Decision<MatchRequestId>> decisions) {
    for (DecidedStep step : DecidedStep.of(decisions)) {
      memory.change(known -> step.relaxed().forEach(known::addWilling));
      if (!step.isToBeStored()) {
        continue;
      }
      if (memory.see(known -> known.knows(step))) {
        Set<MatchRequestId> waiting = memory.see(known -> known.withoutGroup(step.involved()));
        attempts.commit(step.involved(), () -> store(step, waiting));
      } else {
        // It builds on a step that was lost.
        pool.evict(step.involved());
      }
    }
  }

  private List<MatchRequest.Snapshot> store(DecidedStep step, Set<MatchRequestId> waiting) {
    GroupStore.Effect effect =
        store.commit(
            step,
            memory.see(known -> known.groupsOf(step)),
            memory.see(known -> known.versionsOf(step)));
    memory.change(known -> {
      step.groups().forEach(known::drop);
      effect.open().forEach(known::keep);
    });
    pool.record().committed(step, waiting, effect.saved(), pool.now());
    return effect.saved();
  }
}
