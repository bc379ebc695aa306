package dev.moim.domain.condition;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One condition for each of some facets, all of which must hold. A facet that is not named accepts
 * everything, so {@link #ANYTHING} meets every other.
 */
public record AllOf(NavigableMap<FacetKey, MatchCondition> facets) implements MatchCondition {
  /** Accepts everything: the neutral element of {@link #meet}. */
  public static final AllOf ANYTHING = new AllOf(Map.of());

  public AllOf {
    facets = Collections.unmodifiableNavigableMap(new TreeMap<>(facets));
  }

  public AllOf(Map<FacetKey, ? extends MatchCondition> facets) {
    this(new TreeMap<FacetKey, MatchCondition>(facets));
  }

  /** What is asked of one facet; empty if everything is accepted. */
  public Optional<MatchCondition> of(FacetKey facet) {
    return Optional.ofNullable(facets.get(facet));
  }

  @Override
  public Optional<MatchCondition> meet(MatchCondition other) {
    return other instanceof AllOf that ? meet(that).map(met -> met) : Optional.empty();
  }

  /** As {@link #meet(MatchCondition)}, for those who know that both have facets. */
  public Optional<AllOf> meet(AllOf that) {
    NavigableMap<FacetKey, MatchCondition> both = new TreeMap<>(facets);
    for (Map.Entry<FacetKey, MatchCondition> theirs : that.facets.entrySet()) {
      MatchCondition ours = facets.get(theirs.getKey());
      if (ours == null) {
        both.put(theirs.getKey(), theirs.getValue());
        continue;
      }
      Optional<MatchCondition> met = ours.meet(theirs.getValue());
      if (met.isEmpty()) {
        return Optional.empty();
      }
      both.put(theirs.getKey(), met.get());
    }
    return Optional.of(new AllOf(both));
  }

  @Override
  public Set<String> values() {
    return Set.of();
  }

  @Override
  public Map<String, Object> plain() {
    Map<String, Object> plain = new TreeMap<>();
    facets.forEach((facet, condition) -> plain.put(facet.value(), condition.plain()));
    return plain;
  }
}
