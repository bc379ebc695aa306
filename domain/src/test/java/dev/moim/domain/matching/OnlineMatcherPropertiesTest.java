package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import dev.moim.domain.shared.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever happens in a pool: a small model says what may be decided. */
class OnlineMatcherPropertiesTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  private static final List<MatchingPolicy> POLICIES =
      List.of(
          MatchingPolicy.DEFAULT,
          policy(Timing.atArrival(), Partners.OLDEST, true, Duration.ofMinutes(2), true),
          policy(Timing.atArrival(), Partners.SCARCEST, false, Duration.ZERO, true),
          policy(Timing.atArrival(), Partners.SCARCEST, true, Duration.ofSeconds(10), false),
          policy(new Timing.BeforeExpiry(), Partners.SCARCEST, true, Duration.ofMinutes(1), true),
          policy(
              new Timing.Every(Duration.ofMinutes(3)),
              Partners.SCARCEST,
              true,
              Duration.ofMinutes(1),
              true));

  private static MatchingPolicy policy(
      Timing timing, Partners partners, boolean joiners, Duration lead, boolean rearranging) {
    return new MatchingPolicy(timing, partners, joiners, true, lead, rearranging);
  }

  @TestFactory
  Stream<DynamicTest> every_decision_keeps_the_promises() {
    return LongStream.range(0, Cases.of(120))
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  MatchingPolicy policy = POLICIES.get((int) (seed % POLICIES.size()));
                  List<Decision<Integer>> once = new Day(seed, policy).live();
                  assertThat(new Day(seed, policy).live()).isEqualTo(once);
                }));
  }

  /** A day in a pool: people come, go and wait, and each decision is compared with the model. */
  private static final class Day {
    private final RandomConditions conditions;
    private final SplittableRandom random;
    private final OnlineMatcher<Integer> matcher;
    private final Map<Integer, WaitingRequest<Integer>> requests = new HashMap<>();
    private final Map<Integer, Integer> relaxed = new HashMap<>();
    private final Set<Integer> waiting = new HashSet<>();
    private final Map<Long, List<Integer>> open = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Set<Long> closed = new HashSet<>();
    private final Map<Long, Instant> openUntil = new HashMap<>();
    private final List<Decision<Integer>> all = new ArrayList<>();
    private final MatchingPolicy policy;
    private long step;
    private Instant now = START;

    Day(long seed, MatchingPolicy policy) {
      conditions = new RandomConditions(seed);
      random = conditions.random();
      this.policy = policy;
      matcher = new OnlineMatcher<>(RandomConditions.CATEGORY, policy, seed);
    }

    List<Decision<Integer>> live() {
      for (int id = 0; id < 400; id++) {
        now = now.plusMillis(random.nextInt(90_000));
        switch (random.nextInt(12)) {
          case 10 -> takeInAnew(id + 1);
          case 11 -> close(random.nextInt(id + 1));
          case 0 -> withdraw(random.nextInt(id + 1));
          case 1 -> check(matcher.advance(now));
          case 2 -> {
            if (random.nextInt(4) == 0) {
              check(matcher.recompute(now));
            }
          }
          default -> {
            WaitingRequest<Integer> request = request(id);
            requests.put(id, request);
            waiting.add(id);
            check(matcher.add(request, now));
            tellOutlook(id);
          }
        }
      }
      now = now.plus(Duration.ofDays(1));
      check(matcher.advance(now));
      assertThat(waiting).isEmpty();
      assertThat(open).isEmpty();
      assertThat(matcher.nextDue()).isEmpty();
      return all;
    }

    private WaitingRequest<Integer> request(int id) {
      int min = random.nextInt(2, 5);
      List<Relaxation> relaxations = new ArrayList<>();
      if (random.nextInt(2) == 0) {
        relaxations.add(anyValue("level", 8));
        relaxations.add(anyValue("place", 20));
        relaxations.add(new Relaxation.SmallerGroup(2, Duration.ofMinutes(12)));
      }
      return new WaitingRequest<>(
          id,
          random.nextInt(6) == 0 ? 2 : 1,
          conditions.allOf(),
          new GroupSize(min, random.nextInt(min, 7)),
          now.minusMillis(random.nextInt(10) == 0 ? 600_000 : 0),
          now.plusMillis(random.nextInt(300_000, 2_400_000)),
          relaxations,
          some(id, 4),
          some(id, 4));
    }

    private static Relaxation anyValue(String facet, int minutes) {
      return new Relaxation.AnyValue(new FacetKey(facet), Duration.ofMinutes(minutes));
    }

    private Set<Integer> some(int below, int oneIn) {
      return below > 0 && random.nextInt(oneIn) == 0
          ? Set.of(Math.max(0, below - random.nextInt(1, 12)))
          : Set.of();
    }

    private void withdraw(int id) {
      check(matcher.advance(now));
      boolean wasWaiting = waiting.remove(id);
      Optional<Long> group = groupOf(id);
      assertThat(matcher.contains(id)).isEqualTo(wasWaiting || group.isPresent());
      group.ifPresent(
          number -> open.computeIfPresent(number, (n, members) -> without(members, id)));
      if (wasWaiting || group.isPresent()) {
        ended.add(id);
      }
      check(matcher.withdraw(id, now));
      assertThat(matcher.contains(id)).isFalse();
    }

    /** As after a commit that was lost: some are thrown out, and those who still wait put back. */
    private void takeInAnew(int ids) {
      check(matcher.advance(now));
      List<Integer> some =
          random.nextInt(5) == 0
              ? List.copyOf(requests.keySet())
              : random.ints(3, 0, ids).boxed().distinct().toList();
      var goneWaiting = new HashSet<>(waiting);
      goneWaiting.retainAll(some);
      Map<Long, List<Integer>> goneGroups = new HashMap<>();
      open.forEach((number, members) -> {
        if (members.stream().anyMatch(some::contains)) {
          goneGroups.put(number, members);
        }
      });
      Set<Integer> gone = new HashSet<>(goneWaiting);
      goneGroups.values().forEach(gone::addAll);

      assertThat(matcher.forget(some)).isEqualTo(gone);

      assertThat(gone).noneMatch(matcher::contains);
      if (random.nextBoolean()) {
        // Somebody has cancelled meanwhile.
        goneWaiting.stream()
            .findFirst()
            .ifPresent(id -> {
              goneWaiting.remove(id);
              waiting.remove(id);
              ended.add(id);
            });
      }
      putBack(matcher, goneWaiting, goneGroups).forEach(this::check);
      if (some.containsAll(requests.keySet())) {
        assertLikeFreshPool();
      }
    }

    private List<List<Decision<Integer>>> putBack(
        OnlineMatcher<Integer> pool, Set<Integer> alone, Map<Long, List<Integer>> groups) {
      var decisions = new ArrayList<List<Decision<Integer>>>();
      decisions.add(pool.restore(alone.stream().map(this::requested).toList(), now));
      groups.forEach((number, members) ->
          decisions.add(
              pool.restoreGroup(
                  number,
                  members.stream().map(this::requested).toList(),
                  Objects.requireNonNull(openUntil.get(number)),
                  now)));
      return decisions;
    }

    private void assertLikeFreshPool() {
      var fresh = new OnlineMatcher<Integer>(RandomConditions.CATEGORY, policy, 0);
      putBack(fresh, waiting, open);
      assertThat(matcher.waiting()).isEqualTo(fresh.waiting());
      assertThat(matcher.nextDue()).isEqualTo(fresh.nextDue());
      for (int id : requests.keySet()) {
        assertThat(matcher.contains(id)).isEqualTo(fresh.contains(id));
        assertThat(matcher.agreed(id)).isEqualTo(fresh.agreed(id));
        assertThat(matcher.openUntil(id)).isEqualTo(fresh.openUntil(id));
      }
    }

    private void close(int id) {
      check(matcher.advance(now));
      Optional<Long> group = groupOf(id);
      check(matcher.close(id, now));
      assertThat(closed).containsAll(group.stream().toList());
    }

    private Optional<Long> groupOf(int id) {
      return open.entrySet().stream()
          .filter(entry -> entry.getValue().contains(id))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    private void tellOutlook(int id) {
      if (waiting.contains(id)) {
        Outlook outlook = matcher.outlook(id, now);
        assertThat(outlook.waiting()).isEqualTo(matcher.waiting()).isPositive();
        assertThat(outlook.chances())
            .extracting(Outlook.Chance::probability)
            .isSorted()
            .allMatch(chance -> chance >= 0 && chance <= 1);
        assertThat(outlook.hints()).allMatch(hint -> hint.morePeople() > 0);
      }
    }

    private void check(List<Decision<Integer>> decisions) {
      all.addAll(decisions);
      for (Decision<Integer> decision : decisions) {
        assertThat(decision.at()).isBeforeOrEqualTo(now);
        assertThat(decision.step()).isGreaterThanOrEqualTo(step);
        if (decision.step() > step) {
          // Each step by itself leaves everybody in one place.
          assertNobodyTwice();
          step = decision.step();
        }
        switch (decision) {
          case Decision.Formed<Integer> formed -> {
            assertThat(open).doesNotContainKey(formed.group());
            assertThat(closed).doesNotContain(formed.group());
            assertValid(formed.members(), formed.people());
            waiting.removeAll(formed.members());
            open.put(formed.group(), new ArrayList<>(formed.members()));
            noteTime(formed.group(), formed.openUntil());
          }
          case Decision.Changed<Integer> changed -> {
            assertThat(open).containsKey(changed.group());
            assertValid(changed.members(), changed.people());
            waiting.removeAll(changed.members());
            open.put(changed.group(), new ArrayList<>(changed.members()));
            noteTime(changed.group(), changed.openUntil());
          }
          case Decision.Closed<Integer> last -> {
            assertThat(open).containsKey(last.group());
            assertThat(open.remove(last.group())).isEqualTo(last.members());
            for (int id : last.members()) {
              assertThat(requested(id).conditionAt(now).meet(last.agreed())).isPresent();
            }
            ended.addAll(last.members());
            closed.add(last.group());
          }
          case Decision.Dissolved<Integer> dissolved -> {
            assertThat(open).containsKey(dissolved.group());
            open.remove(dissolved.group());
            waiting.addAll(dissolved.waiting());
          }
          case Decision.Relaxed<Integer> step -> {
            WaitingRequest<Integer> request = requested(step.id());
            // Whoever comes with an age has skipped the steps before it.
            int place = request.relaxations().indexOf(step.relaxation());
            assertThat(place).isGreaterThan(relaxed.getOrDefault(step.id(), -1));
            relaxed.put(step.id(), place);
            assertThat(Duration.between(request.submittedAt(), step.at()))
                .isGreaterThanOrEqualTo(step.relaxation().age());
          }
          case Decision.Expired<Integer> expired -> {
            assertThat(waiting.remove(expired.id())).isTrue();
            assertThat(requested(expired.id()).expiresAt()).isBeforeOrEqualTo(expired.at());
            ended.add(expired.id());
          }
        }
      }
      assertNobodyTwice();
      assertThat(matcher.waiting())
          .isEqualTo(waiting.stream().mapToInt(id -> requested(id).people()).sum());
    }

    private void noteTime(long group, Optional<Instant> until) {
      until.ifPresentOrElse(time -> openUntil.put(group, time), () -> openUntil.remove(group));
    }

    private WaitingRequest<Integer> requested(int id) {
      return Objects.requireNonNull(requests.get(id));
    }

    private static List<Integer> without(List<Integer> members, int id) {
      return members.stream().filter(member -> member != id).toList();
    }

    private void assertNobodyTwice() {
      Set<Integer> seen = new HashSet<>(waiting);
      open.values().forEach(members -> members.forEach(id -> assertThat(seen.add(id)).isTrue()));
      ended.forEach(id -> assertThat(seen.add(id)).isTrue());
      assertThat(seen).isEqualTo(requests.keySet());
    }

    private void assertValid(List<Integer> members, int people) {
      Optional<AllOf> common = Optional.of(AllOf.ANYTHING);
      assertThat(members).doesNotHaveDuplicates();
      assertThat(members.stream().mapToInt(id -> requested(id).people()).sum()).isEqualTo(people);
      for (int id : members) {
        WaitingRequest<Integer> request = requested(id);
        // Who is in a group may have relaxed by now, but nobody asks for more than at first.
        assertThat(request.sizeAt(now).contains(people)).as("%s", request).isTrue();
        common = common.flatMap(met -> met.meet(request.conditionAt(now)));
        assertThat(members).noneMatch(other -> other != id && request.avoids().contains(other));
      }
      assertThat(common).as("%s", members).isPresent();
    }
  }
}
