package dev.moim.domain.condition;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Any one of some options, such as {@code {gaepo, seocho}}. Never empty; a repeated option is one
 * option.
 */
public record OneOf(NavigableSet<String> options) implements MatchCondition {
  public OneOf {
    options = Collections.unmodifiableNavigableSet(new TreeSet<>(options));
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
    NavigableSet<String> common = new TreeSet<>(options);
    common.retainAll(that.options);
    return common.isEmpty() ? Optional.empty() : Optional.of(new OneOf(common));
  }

  @Override
  public Set<String> values() {
    return options;
  }

  @Override
  public Map<String, Object> plain() {
    return Map.of("oneOf", List.copyOf(options));
  }
}
