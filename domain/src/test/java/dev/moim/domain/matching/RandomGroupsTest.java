package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.matching.Decision.Listener;
import dev.moim.domain.shared.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A great many random groups, each compared with what conditions and sizes mean, not with how the
 * engine writes them down. With {@code -Dmoim.tests.percent=20000} there are ten million.
 */
class RandomGroupsTest {
  private static final int AT_ONCE = Cases.of(15_000);
  private static final int AS_PEOPLE_COME = Cases.of(35_000);
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void no_group_that_is_formed_of_all_at_once_is_invalid() {
    int groups = 0;
    for (long seed = 0; groups < AT_ONCE; seed++) {
      // So many that no time goes into their bound.
      List<Candidate<Integer>> pool = RandomPools.pool(seed, 8_000);
      for (Group<Integer> group :
          GroupMatcher.match(RandomConditions.CATEGORY, pool, seed, 0).groups()) {
        List<Candidate<Integer>> members = group.members().stream().map(pool::get).toList();
        boolean isValid =
            RandomPools.isValid(members)
                && members.stream()
                    .allMatch(member -> member.condition().meet(group.agreed()).isPresent());
        if (!isValid) {
          assertThat(members).as("seed %d: members of an invalid group", seed).isEmpty();
        }
        groups++;
      }
    }

    assertThat(groups).isGreaterThanOrEqualTo(AT_ONCE);
  }

  @Test
  void no_group_that_is_formed_as_people_come_is_invalid() {
    long groups = 0;
    for (long seed = 0; groups < AS_PEOPLE_COME; seed++) {
      var days = new Days(seed);
      days.pass(3_000);
      groups += days.groups;
    }

    assertThat(groups).isGreaterThanOrEqualTo(AS_PEOPLE_COME);
  }

  /** People who come, and whether the groups that are formed of them are valid. */
  private static final class Days implements Listener<Integer> {
    private final long seed;
    private final RandomConditions conditions;
    private final SplittableRandom random;
    private final OnlineMatcher<Integer> matcher;
    private final Map<Integer, WaitingRequest<Integer>> requests = new HashMap<>();
    private Instant now = START;
    private long groups;

    Days(long seed) {
      this.seed = seed;
      conditions = new RandomConditions(seed);
      random = conditions.random();
      matcher = new OnlineMatcher<>(RandomConditions.CATEGORY, MatchingPolicy.DEFAULT, seed);
    }

    void pass(int people) {
      for (int id = 0; id < people; id++) {
        now = now.plusMillis(random.nextInt(40_000));
        WaitingRequest<Integer> request = request(id);
        requests.put(id, request);
        tell(matcher.add(request, now));
        if (random.nextInt(8) == 0) {
          tell(matcher.withdraw(random.nextInt(id + 1), now));
        }
      }
      now = now.plus(Duration.ofDays(1));
      tell(matcher.advance(now));
    }

    private void tell(List<Decision<Integer>> decisions) {
      decisions.forEach(decision -> decision.tell(this));
    }

    private WaitingRequest<Integer> request(int id) {
      int min = random.nextInt(2, 5);
      List<Relaxation> relaxations = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        relaxations.add(
            new Relaxation.AnyValue(
                new FacetKey("level"), Duration.ofMinutes(random.nextInt(1, 9))));
        relaxations.add(new Relaxation.SmallerGroup(2, Duration.ofMinutes(random.nextInt(1, 9))));
      }
      return new WaitingRequest<>(
          id,
          random.nextInt(8) == 0 ? 2 : 1,
          conditions.allOf(),
          new GroupSize(min, random.nextInt(min, 7)),
          now,
          now.plusMillis(random.nextInt(300_000, 1_800_000)),
          relaxations,
          id > 0 && random.nextInt(4) == 0 ? Set.of(random.nextInt(id)) : Set.of(),
          Set.of());
    }

    @Override
    public void formed(Decision.Formed<Integer> decision) {
      check(decision.at(), decision.members(), decision.people(), AllOf.ANYTHING);
    }

    @Override
    public void changed(Decision.Changed<Integer> decision) {
      check(decision.at(), decision.members(), decision.people(), AllOf.ANYTHING);
    }

    @Override
    public void closed(Decision.Closed<Integer> decision) {
      List<WaitingRequest<Integer>> members = requested(decision.members());
      int people = members.stream().mapToInt(WaitingRequest::people).sum();
      check(decision.at(), decision.members(), people, decision.agreed());
    }

    @Override
    public void dissolved(Decision.Dissolved<Integer> decision) {}

    @Override
    public void relaxed(Decision.Relaxed<Integer> decision) {}

    @Override
    public void expired(Decision.Expired<Integer> decision) {}

    private List<WaitingRequest<Integer>> requested(List<Integer> ids) {
      return ids.stream().map(id -> Objects.requireNonNull(requests.get(id))).toList();
    }

    private void check(Instant at, List<Integer> ids, int people, AllOf agreed) {
      groups++;
      List<WaitingRequest<Integer>> members = requested(ids);
      if (!isValid(members, at, people, agreed)) {
        assertThat(members).as("seed %d: members of an invalid group", seed).isEmpty();
      }
    }

    private static boolean isValid(
        List<WaitingRequest<Integer>> members, Instant at, int people, AllOf agreed) {
      Optional<AllOf> common = Optional.of(agreed);
      int counted = 0;
      for (WaitingRequest<Integer> member : members) {
        common = common.flatMap(met -> met.meet(member.conditionAt(at)));
        counted += member.people();
        if (!member.sizeAt(at).contains(people)
            || members.stream().anyMatch(other -> member.avoids().contains(other.id()))) {
          return false;
        }
      }
      return common.isPresent() && counted == people;
    }
  }
}
