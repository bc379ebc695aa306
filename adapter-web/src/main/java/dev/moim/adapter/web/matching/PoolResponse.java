package dev.moim.adapter.web.matching;

import dev.moim.application.matching.port.in.PoolView;
import dev.moim.domain.matching.Relaxation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a category is matched. */
@Schema(name = "Pool")
record PoolResponse(
    @Schema(example = "meal") String category,
    @Schema(description = "How many requests wait") long waiting,
    @Schema(description = "How long members may take to accept a group; absent if nobody is asked")
        @Nullable Long acceptanceSeconds,
    @Schema(description = "The steps that a request may agree to") List<Step> relaxations) {
  /** All of them: as many as there are categories. */
  @Schema(name = "Pools")
  record Listed(List<PoolResponse> items) {}

  /** What a request asks for no longer once it has waited for a while. */
  @Schema(name = "PoolRelaxation")
  record Step(
      @Schema(description = "By which a request agrees to it", example = "way") String name,
      @Schema(allowableValues = {"ANY_VALUE", "SMALLER_GROUP"}) String kind,
      @Schema(description = "Of ANY_VALUE: the facet that then accepts everything")
          @Nullable String facet,
      @Schema(description = "Of SMALLER_GROUP: how many people then suffice")
          @Nullable Integer least,
      long afterSeconds) {
    static Step of(Relaxation relaxation) {
      long after = relaxation.age().toSeconds();
      return switch (relaxation) {
        case Relaxation.AnyValue any ->
            new Step(any.name(), "ANY_VALUE", any.facet().value(), null, after);
        case Relaxation.SmallerGroup smaller ->
            new Step(smaller.name(), "SMALLER_GROUP", null, smaller.least(), after);
      };
    }
  }

  static PoolResponse of(PoolView pool) {
    return new PoolResponse(
        pool.category().value(),
        pool.waiting(),
        pool.acceptance().map(Duration::toSeconds).orElse(null),
        pool.relaxations().stream().map(Step::of).toList());
  }
}
