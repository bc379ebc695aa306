package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Something that a member has agreed to ask for no longer once a request has waited for a while.
 * What was relaxed stays relaxed, and each step only ever widens what suits.
 */
public sealed interface Relaxation {
  /** The name of the step after which a smaller group suits. */
  String SIZE = "size";

  /** Names the step within its category, for good: the facet's key, or {@link #SIZE}. */
  String name();

  /** The age of the request from which on the step counts; positive. */
  Duration age();

  /** What is asked for after the step. */
  AllOf relax(AllOf condition);

  /** The sizes that are accepted after the step. */
  GroupSize relax(GroupSize size);

  /**
   * Whether a group would not suit without the step.
   *
   * @param condition what was asked for at first
   * @param size the sizes that were accepted at first
   * @param agreed on what the group settled
   * @param people how many are in it
   */
  boolean isNeeded(AllOf condition, GroupSize size, AllOf agreed, int people);

  /** Those steps that count for a request of an age. */
  static List<Relaxation> due(List<Relaxation> steps, Duration age) {
    // Most requests have none, and many of those are asked at once.
    return steps.isEmpty()
        ? steps
        : steps.stream().filter(step -> step.age().compareTo(age) <= 0).toList();
  }

  /** What is asked for after some steps. */
  static AllOf relaxed(AllOf condition, List<Relaxation> steps) {
    AllOf relaxed = condition;
    for (Relaxation step : steps) {
      relaxed = step.relax(relaxed);
    }
    return relaxed;
  }

  /** The sizes that are accepted after some steps. */
  static GroupSize relaxed(GroupSize size, List<Relaxation> steps) {
    GroupSize relaxed = size;
    for (Relaxation step : steps) {
      relaxed = step.relax(relaxed);
    }
    return relaxed;
  }

  /** The facet accepts everything. */
  record AnyValue(FacetKey facet, Duration age) implements Relaxation {
    public AnyValue {
      requirePositive(age);
    }

    @Override
    public String name() {
      return facet.value();
    }

    @Override
    public AllOf relax(AllOf condition) {
      var facets = new TreeMap<>(condition.facets());
      facets.remove(facet);
      return new AllOf(facets);
    }

    @Override
    public GroupSize relax(GroupSize size) {
      return size;
    }

    @Override
    public boolean isNeeded(AllOf condition, GroupSize size, AllOf agreed, int people) {
      return condition
          .of(facet)
          .filter(
              asked -> agreed.of(facet).filter(value -> asked.meet(value).isEmpty()).isPresent())
          .isPresent();
    }
  }

  /** A smaller group suits: {@code least} people, if more were asked for. */
  record SmallerGroup(int least, Duration age) implements Relaxation {
    public SmallerGroup {
      requirePositive(age);
      if (least < GroupSize.SMALLEST || least > GroupSize.GREATEST) {
        throw new IllegalArgumentException("a group's size is 2 to 20: " + least);
      }
    }

    @Override
    public String name() {
      return SIZE;
    }

    @Override
    public AllOf relax(AllOf condition) {
      return condition;
    }

    @Override
    public GroupSize relax(GroupSize size) {
      return new GroupSize(Math.min(least, size.min()), size.max());
    }

    @Override
    public boolean isNeeded(AllOf condition, GroupSize size, AllOf agreed, int people) {
      return people < size.min();
    }
  }

  private static void requirePositive(Duration age) {
    if (!age.isPositive()) {
      throw new IllegalArgumentException("the age of a relaxation is positive: " + age);
    }
  }
}
