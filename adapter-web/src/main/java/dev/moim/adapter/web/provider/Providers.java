package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.WebError;
import dev.moim.domain.shared.Clock;
import java.util.List;
import java.util.Optional;

/** The providers on offer. */
final class Providers {
  private final List<Provider> all;

  Providers(ProvidersSettings settings, OutgoingCalls calls, Clock clock) {
    this.all =
        settings.all().stream().map(provider -> new Provider(provider, calls, clock)).toList();
  }

  List<Provider> all() {
    return all;
  }

  Optional<Provider> find(String id) {
    return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /**
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_PROVIDER
   */
  Provider get(String id) {
    return find(id).orElseThrow(WebError.UNKNOWN_PROVIDER::exception);
  }
}
