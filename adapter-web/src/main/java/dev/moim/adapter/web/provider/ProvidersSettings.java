package dev.moim.adapter.web.provider;

import java.util.List;
import java.util.Map;

/**
 * The providers that an operator offers, in the order in which people see them.
 *
 * @param all none is offered if there are none
 */
public record ProvidersSettings(List<ProviderSettings> all) {
  /** Nobody but us. */
  public static final ProvidersSettings NONE = new ProvidersSettings(List.of());

  public ProvidersSettings {
    all = List.copyOf(all);
  }

  /**
   * @throws IllegalArgumentException which says in one line what is wrong or missing
   */
  public static ProvidersSettings of(Map<String, ProviderInput> given) {
    return new ProvidersSettings(
        given.entrySet().stream()
            .map(entry -> ProviderSettings.of(entry.getKey(), entry.getValue()))
            .toList());
  }
}
