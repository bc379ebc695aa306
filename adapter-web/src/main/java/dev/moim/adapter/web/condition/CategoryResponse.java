package dev.moim.adapter.web.condition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.LocalHours;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.WindowFacet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category, with all that a form for it needs. */
@Schema(name = "Category")
record CategoryResponse(
    @Schema(example = "meal") String key,
    Names names,
    List<FacetResponse> facets,
    Sizes size,
    @Schema(description = "How long a request waits by default (ISO-8601)", example = "PT30M")
        String patience) {
  /** What people read, in both languages. */
  @Schema(name = "Names")
  record Names(String ko, String en) {
    static Names of(LocalizedName name) {
      return new Names(name.ko(), name.en());
    }
  }

  /** The group sizes to choose from, and the one that a form proposes. */
  @Schema(name = "CategorySize")
  record Sizes(int min, int max, @JsonProperty("default") int usual) {}

  /**
   * An option of a facet of kind {@code ONE_OF}.
   *
   * @param hours of the day at which a group meets that agrees on it; left out if at any
   */
  @Schema(name = "FacetOption")
  record OptionResponse(String key, Names names, @Nullable HoursResponse hours) {
    static OptionResponse of(OptionsFacet.Option option) {
      return new OptionResponse(
          option.key(),
          Names.of(option.name()),
          option.hours().map(HoursResponse::of).orElse(null));
    }
  }

  /** Hours by the community's clocks, across midnight if they end before they begin. */
  @Schema(name = "LocalHours")
  record HoursResponse(
      @Schema(description = "Included, in the community's time zone", example = "11:30")
          String from,
      @Schema(description = "Excluded", example = "13:30") String to) {
    static HoursResponse of(LocalHours hours) {
      return new HoursResponse(hours.from().toString(), hours.to().toString());
    }
  }

  /**
   * A question that the category asks; which of the last four stand there depends on the kind.
   *
   * @param leastOverlap how long windows must overlap at the least (ISO-8601)
   */
  @Schema(name = "Facet")
  record FacetResponse(
      @Schema(example = "place") String key,
      Names names,
      @Schema(allowableValues = {"ONE_OF", "RANGE", "TIME_WINDOW"}) String kind,
      @Nullable List<OptionResponse> options,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable @Schema(example = "PT1H") String leastOverlap) {
    static FacetResponse of(Facet facet) {
      String key = facet.key().value();
      Names names = Names.of(facet.name());
      return switch (facet) {
        case OptionsFacet choice ->
            new FacetResponse(
                key,
                names,
                "ONE_OF",
                choice.options().stream().map(OptionResponse::of).toList(),
                null,
                null,
                null);
        case LevelFacet levels ->
            new FacetResponse(key, names, "RANGE", null, levels.min(), levels.max(), null);
        case WindowFacet window ->
            new FacetResponse(
                key, names, "TIME_WINDOW", null, null, null, window.leastOverlap().toString());
      };
    }
  }

  static CategoryResponse of(Category category) {
    return new CategoryResponse(
        category.key().value(),
        Names.of(category.name()),
        category.facets().stream().map(FacetResponse::of).toList(),
        new Sizes(category.sizes().min(), category.sizes().max(), category.usualSize()),
        category.patience().toString());
  }
}
