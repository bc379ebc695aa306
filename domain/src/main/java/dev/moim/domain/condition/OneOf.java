package dev.moim.domain.condition;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Any one of some options, such as {@code {gaepo, seocho}}. Never empty; a repeated option is one
 * option.
 */
public record OneOf(SortedSet<String> options) implements MatchCondition {
  public OneOf {
    options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
    if (options.isEmpty()) {
      throw new IllegalArgumentException("a set of options is never empty");
    }
  }

  public OneOf(Collection<String> options) {
    this(new TreeSet<>(options));
  }

  @Override
  public Optional<MatchCondition> meet(MatchCondition other) {
    if (!(other instanceof OneOf that)) {
      return Optional.empty();
    }
    SortedSet<String> common = new TreeSet<>(options);
    common.retainAll(that.options);
    return common.isEmpty() ? Optional.empty() : Optional.of(new OneOf(common));
  }
}
