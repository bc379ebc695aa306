package dev.moim.application.matching.service;

import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Decision;
import dev.moim.domain.matching.Decision.Changed;
import dev.moim.domain.matching.Decision.Closed;
import dev.moim.domain.matching.Decision.Dissolved;
import dev.moim.domain.matching.Decision.Expired;
import dev.moim.domain.matching.Decision.Formed;
import dev.moim.domain.matching.Decision.Relaxed;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.OnlineMatcher;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * One policy at work on those who arrive: replays them on a clock of its own, and keeps a record of
 * what it decides. The clock jumps from arrival to arrival; the pool does in between what is due.
 */
final class Replay implements Decision.Listener<Integer> {
  /** What somebody who waits was told. */
  record Told(int request, Duration within, double chance) {}

  private final OnlineMatcher<Integer> pool;
  private final Map<Integer, WaitingRequest<Integer>> requests = new HashMap<>();
  private final Map<Integer, Instant> matchedAt = new HashMap<>();
  private final Map<Integer, Long> groupOf = new HashMap<>();
  private final Map<Integer, Long> lastGroup = new HashMap<>();
  private final Map<Long, Set<Integer>> groups = new HashMap<>();
  private final Set<Integer> relaxed = new HashSet<>();
  private final List<Told> told = new ArrayList<>();
  private int moved;

  Replay(Category category, MatchingPolicy policy, long seed) {
    this.pool = new OnlineMatcher<>(category, policy, seed);
  }

  /**
   * @param arriving in order of arrival
   * @param progress is told now and then how many have arrived
   */
  void run(List<WaitingRequest<Integer>> arriving, IntConsumer progress) {
    Instant end = Instant.MIN;
    for (WaitingRequest<Integer> request : arriving) {
      Instant now = request.submittedAt();
      requests.put(request.id(), request);
      hear(pool.add(request, now));
      if (!groupOf.containsKey(request.id())) {
        for (Outlook.Chance chance : pool.outlook(request.id(), now).chances()) {
          told.add(new Told(request.id(), chance.within(), chance.probability()));
        }
      }
      end = request.expiresAt().isAfter(end) ? request.expiresAt() : end;
      progress.accept(requests.size());
    }
    if (!arriving.isEmpty()) {
      hear(pool.advance(end));
    }
  }

  private void hear(List<Decision<Integer>> decisions) {
    decisions.forEach(decision -> decision.tell(this));
  }

  /** Whether they were in a group at the end. */
  boolean isMatched(WaitingRequest<Integer> request) {
    return groupOf.containsKey(request.id());
  }

  /** How long they waited until they were in a group for the first time; empty if never. */
  Optional<Duration> wait(int request) {
    return Optional.ofNullable(matchedAt.get(request))
        .map(at -> Duration.between(find(request).submittedAt(), at));
  }

  /** Whether they asked for less by the time they were in a group. */
  boolean isRelaxed(WaitingRequest<Integer> request) {
    return relaxed.contains(request.id());
  }

  /** The numbers of people of the groups at the end. */
  List<Integer> sizes() {
    return groups.values().stream().map(this::people).toList();
  }

  /** How often a person in a group changed over to another one. */
  int moved() {
    return moved;
  }

  List<Told> told() {
    return told;
  }

  @Override
  public void formed(Formed<Integer> decision) {
    assign(decision.group(), decision.members(), decision.at());
  }

  @Override
  public void changed(Changed<Integer> decision) {
    leave(decision.group());
    assign(decision.group(), decision.members(), decision.at());
  }

  @Override
  public void closed(Closed<Integer> decision) {
    // It was counted when it was formed.
  }

  @Override
  public void dissolved(Dissolved<Integer> decision) {
    leave(decision.group());
  }

  @Override
  public void relaxed(Relaxed<Integer> decision) {
    if (!groupOf.containsKey(decision.id())) {
      relaxed.add(decision.id());
    }
  }

  @Override
  public void expired(Expired<Integer> decision) {
    // Who is in no group at the end has expired.
  }

  /** All leave a group, except those who have another one already. */
  private void leave(long group) {
    Set<Integer> members = Optional.ofNullable(groups.remove(group)).orElse(Set.of());
    members.forEach(member -> groupOf.remove(member, group));
  }

  private void assign(long group, List<Integer> members, Instant at) {
    groups.put(group, new HashSet<>(members));
    for (int member : members) {
      groupOf.put(member, group);
      Long before = lastGroup.put(member, group);
      moved += before != null && before != group ? find(member).people() : 0;
      matchedAt.putIfAbsent(member, at);
    }
  }

  private int people(Collection<Integer> members) {
    return members.stream().mapToInt(member -> find(member).people()).sum();
  }

  private WaitingRequest<Integer> find(int request) {
    return Optional.ofNullable(requests.get(request)).orElseThrow();
  }
}
