package dev.moim.domain.condition;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.DomainException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The categories of this community, in configured order. Immutable. */
public final class Categories {
  private final SequencedMap<CategoryKey, Category> byKey;

  public Categories(List<Category> categories) {
    var map = new LinkedHashMap<CategoryKey, Category>();
    for (Category category : categories) {
      if (map.put(category.key(), category) != null) {
        throw new IllegalArgumentException("category " + category.key() + " is configured twice");
      }
    }
    if (map.isEmpty()) {
      throw new IllegalArgumentException("at least one category is needed");
    }
    byKey = Collections.unmodifiableSequencedMap(map);
  }

  public List<Category> all() {
    return List.copyOf(byKey.values());
  }

  /**
   * The category of that name, as somebody wrote it.
   *
   * @throws DomainException UNKNOWN_CATEGORY
   */
  public Category named(String name) {
    return byKey.values().stream()
        .filter(category -> category.key().value().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** The category of that key; empty if it is no longer configured. */
  public Optional<Category> find(CategoryKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The category of that key.
   *
   * @throws DomainException UNKNOWN_CATEGORY, if it is no longer configured
   */
  public Category get(CategoryKey key) {
    return find(key).orElseThrow(() -> unknown(key.value()));
  }

  private static DomainException unknown(String name) {
    return ConditionError.UNKNOWN_CATEGORY.because("category", Checks.shortened(name));
  }
}
