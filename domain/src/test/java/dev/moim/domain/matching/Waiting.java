package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OneOf;
import dev.moim.domain.condition.RandomConditions;
import dev.moim.domain.condition.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who waits, of whom only what matters is said: otherwise one person who accepts anything
 * and groups of 2 to 4, from when they come to minute 30.
 */
final class Waiting {
  static final FacetKey PLACE = new FacetKey("place");
  static final FacetKey LEVEL = new FacetKey("level");
  static final Category CATEGORY =
      RandomConditions.category(
          List.of(
              RandomConditions.options("place", "1", "2", "3"),
              new LevelFacet(LEVEL, RandomConditions.name("level"), 0, 99)));

  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final String id;
  private final Map<FacetKey, MatchCondition> facets = new HashMap<>();
  private final List<Relaxation> relaxations = new ArrayList<>();
  private final Set<String> avoids = new HashSet<>();
  private final Set<String> recent = new HashSet<>();
  private GroupSize size = new GroupSize(2, 4);
  private Optional<Instant> since = Optional.empty();
  private Instant until = minute(30);
  private int people = 1;

  private Waiting(String id) {
    this.id = id;
  }

  static Waiting who(String id) {
    return new Waiting(id);
  }

  static Instant minute(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  static AllOf place(String... places) {
    return new AllOf(Map.of(PLACE, new OneOf(List.of(places))));
  }

  Waiting at(String... places) {
    facets.put(PLACE, new OneOf(List.of(places)));
    return this;
  }

  Waiting level(int from, int to) {
    facets.put(LEVEL, new Range(from, to));
    return this;
  }

  Waiting size(int min, int max) {
    size = new GroupSize(min, max);
    return this;
  }

  Waiting since(long minute) {
    return since(minute(minute));
  }

  Waiting since(Instant moment) {
    since = Optional.of(moment);
    return this;
  }

  /** Comes at a minute; has waited longer only if that was said. */
  Waiting comingAt(long minute) {
    return since.isPresent() ? this : since(minute);
  }

  Waiting until(long minute) {
    return until(minute(minute));
  }

  Waiting until(Instant moment) {
    until = moment;
    return this;
  }

  Waiting party(int members) {
    people = members;
    return this;
  }

  Waiting avoiding(String... others) {
    avoids.addAll(List.of(others));
    return this;
  }

  Waiting whoMet(String... others) {
    recent.addAll(List.of(others));
    return this;
  }

  Waiting anywhereAfter(long minutes) {
    relaxations.add(new Relaxation.AnyValue(PLACE, Duration.ofMinutes(minutes)));
    return this;
  }

  Waiting anyLevelAfter(long minutes) {
    relaxations.add(new Relaxation.AnyValue(LEVEL, Duration.ofMinutes(minutes)));
    return this;
  }

  Waiting sizeAfter(long minutes, int least) {
    relaxations.add(new Relaxation.SmallerGroup(least, Duration.ofMinutes(minutes)));
    return this;
  }

  WaitingRequest<String> request() {
    return new WaitingRequest<>(
        id, people, new AllOf(facets), size, since(), until, relaxations, avoids, recent);
  }

  Present<String> present() {
    return new Present<>(request(), 0, new Layout(CATEGORY));
  }

  private Instant since() {
    return since.orElse(minute(0));
  }

  Candidate<String> candidate() {
    return new Candidate<>(id, people, new AllOf(facets), size, since(), avoids);
  }
}
