package dev.moim.application.matching.service;

import dev.moim.domain.matching.Decision;
import dev.moim.domain.shared.MatchRequestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs together of what the engine decided: all of it is committed, or none. Who joins a
 * group that an earlier one of several steps has formed or changed comes into that step: where
 * hundreds arrive a group is stored and told of once, and not once for each of its members.
 */
final class DecidedStep implements Decision.Listener<MatchRequestId> {
  private final List<Decision.Formed<MatchRequestId>> formed = new ArrayList<>();
  private final List<Decision.Changed<MatchRequestId>> changed = new ArrayList<>();
  private final Map<Long, Decision.Closed<MatchRequestId>> closed = new HashMap<>();
  private final List<Decision.Dissolved<MatchRequestId>> dissolved = new ArrayList<>();
  private final List<Decision.Expired<MatchRequestId>> expired = new ArrayList<>();
  private final Set<MatchRequestId> relaxed = new HashSet<>();
  private final Set<MatchRequestId> involved = new HashSet<>();

  private DecidedStep() {}

  /** Divides what was decided, in its order. */
  static List<DecidedStep> of(List<Decision<MatchRequestId>> decisions) {
    var steps = new ArrayList<DecidedStep>();
    long number = -1;
    for (Decision<MatchRequestId> decision : decisions) {
      if (steps.isEmpty() || decision.step() != number) {
        steps.add(new DecidedStep());
        number = decision.step();
      }
      decision.tell(steps.getLast());
    }
    steps.removeIf(step -> !step.isToBeStored() && step.relaxed.isEmpty());
    return withJoiners(steps);
  }

  /** A joiner of whom any step before tells something does not come before that. */
  private static List<DecidedStep> withJoiners(List<DecidedStep> steps) {
    var all = new ArrayList<DecidedStep>();
    Map<Long, DecidedStep> latest = new HashMap<>();
    Set<MatchRequestId> seen = new HashSet<>();
    for (DecidedStep step : steps) {
      Optional<DecidedStep> joined =
          step.onlyChange()
              .flatMap(change ->
                  Optional.ofNullable(latest.get(change.group()))
                      .filter(before -> before.takeJoiners(change, seen)));
      if (joined.isEmpty()) {
        all.add(step);
        step.groups().forEach(group -> latest.put(group, step));
      }
      seen.addAll(step.involved);
    }
    return all;
  }

  /** How one group has changed, if the step tells of nothing else. */
  private Optional<Decision.Changed<MatchRequestId>> onlyChange() {
    return changed.size() == 1 && formed.isEmpty() && endsNothing() && relaxed.isEmpty()
        ? Optional.of(changed.getFirst())
        : Optional.empty();
  }

  private boolean endsNothing() {
    return closed.isEmpty() && dissolved.isEmpty() && expired.isEmpty();
  }

  /** Returns whether this step tells of one group alone, which has only got more members since. */
  private boolean takeJoiners(Decision.Changed<MatchRequestId> later, Set<MatchRequestId> seen) {
    if (!endsNothing() || formed.size() + changed.size() != 1) {
      return false;
    }
    List<MatchRequestId> before =
        formed.isEmpty() ? changed.getFirst().members() : formed.getFirst().members();
    Set<MatchRequestId> joiners = new HashSet<>(later.members());
    joiners.removeAll(before);
    if (!later.members().containsAll(before) || !Collections.disjoint(joiners, seen)) {
      return false;
    }
    formed.replaceAll(first -> asChanged(first, later));
    changed.replaceAll(first -> later);
    involved.addAll(joiners);
    return true;
  }

  private static Decision.Formed<MatchRequestId> asChanged(
      Decision.Formed<MatchRequestId> first, Decision.Changed<MatchRequestId> later) {
    return new Decision.Formed<>(
        first.at(),
        first.step(),
        first.cause(),
        first.group(),
        later.members(),
        later.people(),
        later.open(),
        later.openUntil());
  }

  /** Whether it changes anything that is stored. */
  boolean isToBeStored() {
    return !involved.isEmpty() || !dissolved.isEmpty();
  }

  /** The requests that ask for less from now on. */
  Set<MatchRequestId> relaxed() {
    return relaxed;
  }

  List<Decision.Formed<MatchRequestId>> formed() {
    return formed;
  }

  List<Decision.Changed<MatchRequestId>> changed() {
    return changed;
  }

  /** By the number of the group. */
  Map<Long, Decision.Closed<MatchRequestId>> closed() {
    return closed;
  }

  List<Decision.Dissolved<MatchRequestId>> dissolved() {
    return dissolved;
  }

  List<Decision.Expired<MatchRequestId>> expired() {
    return expired;
  }

  /** The requests of which it tells something. */
  Set<MatchRequestId> involved() {
    return involved;
  }

  /** The groups of which it tells something and that were there before. */
  Set<Long> formerGroups() {
    Set<Long> groups = groups();
    formed.forEach(each -> groups.remove(each.group()));
    return groups;
  }

  /** All groups of which it tells something. */
  Set<Long> groups() {
    Set<Long> groups = new HashSet<>(closed.keySet());
    formed.forEach(each -> groups.add(each.group()));
    changed.forEach(each -> groups.add(each.group()));
    dissolved.forEach(each -> groups.add(each.group()));
    return groups;
  }

  @Override
  public void formed(Decision.Formed<MatchRequestId> decision) {
    formed.add(decision);
    involved.addAll(decision.members());
  }

  @Override
  public void changed(Decision.Changed<MatchRequestId> decision) {
    changed.add(decision);
    involved.addAll(decision.members());
  }

  @Override
  public void closed(Decision.Closed<MatchRequestId> decision) {
    closed.put(decision.group(), decision);
    involved.addAll(decision.members());
  }

  @Override
  public void dissolved(Decision.Dissolved<MatchRequestId> decision) {
    dissolved.add(decision);
    involved.addAll(decision.waiting());
  }

  /** Nothing to be stored: what a request asks for follows from its age. */
  @Override
  public void relaxed(Decision.Relaxed<MatchRequestId> decision) {
    relaxed.add(decision.id());
  }

  @Override
  public void expired(Decision.Expired<MatchRequestId> decision) {
    expired.add(decision);
    involved.add(decision.id());
  }
}
