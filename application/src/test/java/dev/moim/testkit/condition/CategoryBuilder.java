package dev.moim.testkit.condition;

import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.LocalHours;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.WindowFacet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds a category of which only what matters is named. */
public final class CategoryBuilder {
  private final List<Facet> facets = new ArrayList<>();
  private String key = "walk";
  private GroupSize sizes = new GroupSize(2, 4);
  private int usualSize = 4;
  private Duration patience = Duration.ofMinutes(30);

  private CategoryBuilder() {}

  public static CategoryBuilder aCategory() {
    return new CategoryBuilder();
  }

  public CategoryBuilder key(String name) {
    key = name;
    return this;
  }

  public CategoryBuilder sizes(int min, int max) {
    sizes = new GroupSize(min, max);
    usualSize = max;
    return this;
  }

  public CategoryBuilder usualSize(int size) {
    usualSize = size;
    return this;
  }

  public CategoryBuilder patience(Duration time) {
    patience = time;
    return this;
  }

  public CategoryBuilder options(String facet, String... options) {
    facets.add(
        new OptionsFacet(
            new FacetKey(facet),
            name(facet),
            Stream.of(options)
                .map(option -> new OptionsFacet.Option(option, name(option)))
                .toList()));
    return this;
  }

  /** A facet of options at certain hours, in turns: an option, and such as {@code 11:30-13:30}. */
  public CategoryBuilder optionsAtHours(String facet, String... optionsAndHours) {
    facets.add(
        new OptionsFacet(
            new FacetKey(facet),
            name(facet),
            IntStream.range(0, optionsAndHours.length / 2)
                .mapToObj(i -> optionAtHours(optionsAndHours[2 * i], optionsAndHours[2 * i + 1]))
                .toList()));
    return this;
  }

  private static OptionsFacet.Option optionAtHours(String key, String hours) {
    return new OptionsFacet.Option(key, name(key), Optional.of(LocalHours.parse(hours)));
  }

  public CategoryBuilder levels(String facet, int min, int max) {
    facets.add(new LevelFacet(new FacetKey(facet), name(facet), min, max));
    return this;
  }

  public CategoryBuilder window(String facet, Duration leastOverlap) {
    facets.add(new WindowFacet(new FacetKey(facet), name(facet), leastOverlap));
    return this;
  }

  public Category build() {
    return new Category(new CategoryKey(key), name(key), facets, sizes, usualSize, patience);
  }

  private static LocalizedName name(String text) {
    return new LocalizedName(text, text);
  }
}
