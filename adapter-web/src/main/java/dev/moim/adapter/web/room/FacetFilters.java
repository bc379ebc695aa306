package dev.moim.adapter.web.room;

import dev.moim.adapter.web.shared.Parameters;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the query parameters that are facets of the category that is asked for. */
final class FacetFilters {
  /** What else may be asked for; a facet of such a name can't be. */
  private static final Set<String> OTHERS =
      Set.of("category", "status", "hasSeats", "mine", "from", "to", "sort", "limit", "cursor");

  private FacetFilters() {}

  /**
   * The wanted values by facet; a blank parameter asks for nothing.
   *
   * @throws dev.moim.domain.shared.DomainException INVALID_PARAMETER for a name that is no facet,
   *     or one whose values can't be counted; INVALID_INPUT for a value that it does not have
   */
  static Map<FacetKey, Set<String>> of(Optional<Category> category, Map<String, String> all) {
    Map<FacetKey, Set<String>> wanted = new TreeMap<>();
    var validation = new Validation();
    all.forEach((name, text) -> {
      if (!OTHERS.contains(name)) {
        Facet facet = facet(category, name);
        validation
            .check("/" + name, () -> facet.parse(text))
            .filter(input -> !input.isEmpty())
            .flatMap(input ->
                validation.check("/" + name, () -> facet.read(input, Instant.MIN).values()))
            .ifPresent(values -> wanted.put(facet.key(), countable(name, values)));
      }
    });
    validation.orThrow();
    return wanted;
  }

  private static Facet facet(Optional<Category> category, String name) {
    return category.stream()
        .flatMap(one -> one.facets().stream())
        .filter(facet -> facet.key().value().equals(name))
        .findFirst()
        .orElseThrow(() -> Parameters.refuse(name, "UNKNOWN_PARAMETER"));
  }

  private static Set<String> countable(String name, Set<String> values) {
    if (values.isEmpty()) {
      throw Parameters.refuse(name, "INVALID_VALUE");
    }
    return values;
  }
}
