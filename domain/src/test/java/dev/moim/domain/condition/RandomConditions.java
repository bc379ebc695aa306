package dev.moim.domain.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random conditions over a category with a facet of each kind, the same for the same seed. */
public final class RandomConditions {
  public static final OptionsFacet PLACE = options("place", "seocho", "gaepo", "out");
  public static final LevelFacet LEVEL = new LevelFacet(new FacetKey("level"), name("level"), 0, 9);
  public static final WindowFacet WHEN =
      new WindowFacet(new FacetKey("when"), name("when"), Duration.ofMinutes(60));
  public static final Category CATEGORY = category(List.of(PLACE, LEVEL, WHEN));

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final SplittableRandom random;

  public RandomConditions(long seed) {
    random = new SplittableRandom(seed);
  }

  public static Category category(List<Facet> facets) {
    return new Category(
        new CategoryKey("any"),
        name("any"),
        facets,
        new GroupSize(2, 12),
        4,
        Duration.ofMinutes(30));
  }

  public static OptionsFacet options(String key, String... options) {
    return new OptionsFacet(
        new FacetKey(key),
        name(key),
        IntStream.range(0, options.length)
            .mapToObj(i -> new OptionsFacet.Option(options[i], name(options[i])))
            .toList());
  }

  public static LocalizedName name(String name) {
    return new LocalizedName(name + " (ko)", name);
  }

  public MatchCondition oneOf() {
    var chosen = new ArrayList<String>();
    PLACE.options().stream()
        .map(OptionsFacet.Option::key)
        .filter(option -> random.nextInt(2) == 0)
        .forEach(chosen::add);
    return new OneOf(chosen.isEmpty() ? List.of("out") : chosen);
  }

  public MatchCondition range() {
    int from = random.nextInt(LEVEL.min(), LEVEL.max() + 1);
    return new Range(from, random.nextInt(from, LEVEL.max() + 1));
  }

  /** Half-hours of one day, mostly with the facet's own least overlap. */
  public MatchCondition window() {
    Duration least = random.nextInt(8) == 0 ? Duration.ofMinutes(90) : WHEN.leastOverlap();
    Instant from = START.plus(Duration.ofMinutes(30L * random.nextInt(12)));
    return new TimeWindow(
        from, from.plus(least).plus(Duration.ofMinutes(30L * random.nextInt(8))), least);
  }

  public AllOf allOf() {
    Map<FacetKey, MatchCondition> facets = new HashMap<>();
    if (random.nextInt(4) > 0) {
      facets.put(PLACE.key(), oneOf());
    }
    if (random.nextInt(4) > 0) {
      facets.put(LEVEL.key(), range());
    }
    if (random.nextInt(4) > 0) {
      facets.put(WHEN.key(), window());
    }
    return new AllOf(facets);
  }

  public SplittableRandom random() {
    return random;
  }
}
