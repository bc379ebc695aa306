package dev.moim.application.matching.service;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Understands what people ask for. Many ask for the same, and more for the same of one facet: they
 * share it, as far as a bounded memory tells.
 */
final class Conditions {
  private static final int MOST_WHOLES = 1 << 12;
  private static final int MOST_PARTS = 1 << 16;

  private final Category category;
  private final Map<Map<String, FacetInput>, AllOf> wholes = new HashMap<>();
  private final Map<Map.Entry<String, FacetInput>, AllOf> parts = new HashMap<>();

  Conditions(Category category) {
    this.category = category;
  }

  /** Empty if anything is wrong with it, which is noted then. */
  Optional<AllOf> of(Map<String, FacetInput> input, String pointer, Validation validation) {
    AllOf known = wholes.get(input);
    if (known != null) {
      return Optional.of(known);
    }
    var facets = new TreeMap<FacetKey, MatchCondition>();
    boolean isRight = true;
    for (Map.Entry<String, FacetInput> answer : input.entrySet()) {
      Optional<AllOf> part = validation.check(pointer, () -> part(answer));
      part.ifPresent(one -> facets.putAll(one.facets()));
      isRight &= part.isPresent();
    }
    if (!isRight) {
      return Optional.empty();
    }
    var condition = new AllOf(facets);
    if (wholes.size() < MOST_WHOLES) {
      wholes.put(input, condition);
    }
    return Optional.of(condition);
  }

  private AllOf part(Map.Entry<String, FacetInput> answer) {
    AllOf known = parts.get(answer);
    if (known != null) {
      return known;
    }
    AllOf part = category.read(Map.of(answer.getKey(), answer.getValue()), Instant.MIN);
    if (parts.size() < MOST_PARTS) {
      parts.put(Map.entry(answer.getKey(), answer.getValue()), part);
    }
    return part;
  }
}
