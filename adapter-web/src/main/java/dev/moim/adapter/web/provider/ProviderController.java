package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Through whom one may sign in. */
@RestController
@RequestMapping(path = "/api/v1/providers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class ProviderController {
  /** A provider. */
  @Schema(name = "Provider")
  record ProviderResponse(
      @Schema(
              example = "github",
              description = "A browser that goes to `/oauth2/authorization/{id}` signs in there")
          String id,
      @Schema(example = "GitHub") String name) {}

  /** All of them. */
  @Schema(name = "Providers")
  record ProvidersResponse(List<ProviderResponse> items) {}

  private final Providers providers;

  ProviderController(Providers providers) {
    this.providers = providers;
  }

  @GetMapping
  @Open
  @Operation(summary = "Through whom one may sign in, in the operator's order")
  ProvidersResponse list() {
    return new ProvidersResponse(
        providers.all().stream()
            .map(provider -> new ProviderResponse(provider.id(), provider.name()))
            .toList());
  }
}
