package dev.moim.domain.condition;

import java.util.List;

/** What somebody wrote for a facet, not yet understood: the facet's kind decides what it means. */
public sealed interface FacetInput {
  /** Some options; none means that everything is accepted. */
  record Choice(List<String> options) implements FacetInput {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** From one value to another, both as text: numbers for levels, ISO-8601 instants for windows. */
  record Span(String from, String to) implements FacetInput {}

  /** Whether nothing was asked for. */
  default boolean isEmpty() {
    return this instanceof Choice choice && choice.options.isEmpty();
  }
}
