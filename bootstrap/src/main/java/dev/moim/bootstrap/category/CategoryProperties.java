package dev.moim.bootstrap.category;

import static dev.moim.bootstrap.category.Explained.required;
import static dev.moim.bootstrap.category.Explained.valid;

import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.domain.condition.Categories;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * The categories as they are configured under {@code moim.categories}, by key.
 *
 * <p>A map, so that an operator's file adds a category, or changes one property of another, without
 * repeating the rest.
 */
@ConfigurationProperties(CategoryProperties.PREFIX)
public record CategoryProperties(@DefaultValue Map<String, CategoryEntry> categories) {
  static final String PREFIX = "moim";

  /**
   * Columns of files, and parameters of lists, that have a meaning of their own, so no facet may
   * have their names.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "id",
          "category",
          "size_min",
          "size_max",
          "party",
          "submitted_at",
          "expires_at",
          "avoid",
          "relax",
          "group",
          "size",
          "reason",
          "status",
          "mine",
          "from",
          "to",
          "sort",
          "limit",
          "cursor");

  /**
   * @param enabled false takes a category away that Moim comes with
   */
  record CategoryEntry(
      @DefaultValue("true") boolean enabled,
      @Nullable NameEntry name,
      @DefaultValue List<FacetEntry> facets,
      @Nullable SizesEntry sizes,
      @Nullable Duration patience,
      @Nullable MatchingEntry matching) {}

  record NameEntry(@Nullable String ko, @Nullable String en) {}

  /**
   * @param usual what a form proposes as the greatest size; by default {@code max}
   */
  record SizesEntry(@Nullable Integer min, @Nullable Integer max, @Nullable Integer usual) {}

  /**
   * @param options of a facet of the kind {@code options}
   * @param min of a facet of the kind {@code levels}
   * @param max of a facet of the kind {@code levels}
   * @param leastOverlap of a facet of the kind {@code window}
   */
  record FacetEntry(
      @Nullable String key,
      @Nullable NameEntry name,
      @Nullable String kind,
      @DefaultValue List<OptionEntry> options,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable Duration leastOverlap) {}

  /**
   * @param hours of the day, such as {@code 11:30-13:30}; at any unless it is set
   */
  record OptionEntry(@Nullable String key, @Nullable NameEntry name, @Nullable String hours) {}

  /**
   * Reads the categories, and how they are matched. A key below {@code moim.categories} that means
   * nothing is an error too: it is a misspelt one, and its value would have no effect.
   *
   * @throws CategoryConfigurationException naming the key that is wrong
   */
  public static CategorySetup read(Binder binder) {
    var keys = new KnownCategoryKeys();
    try {
      CategoryProperties properties =
          binder
              .bind(PREFIX, Bindable.of(CategoryProperties.class), keys)
              .orElseGet(() -> new CategoryProperties(Map.of()));
      keys.refuseUnknown();
      return properties.toSetup();
    } catch (BindException e) {
      throw new CategoryConfigurationException(explain(e));
    }
  }

  private static String explain(BindException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    ConfigurationProperty property = e.getProperty();
    if (property == null) {
      return e.getName() + ": " + firstLine(root);
    }
    String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    return property.getName() + ": not understood: " + property.getValue() + origin;
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  /**
   * The categories that are enabled.
   *
   * @throws CategoryConfigurationException naming the key that is wrong
   */
  public CategorySetup toSetup() {
    var enabled = new ArrayList<Category>();
    var pools = new HashMap<CategoryKey, PoolSettings>();
    categories.forEach((name, entry) -> {
      if (entry.enabled) {
        String at = PREFIX + ".categories." + name;
        Category category = valid(at, () -> category(at, name, entry));
        enabled.add(category);
        if (entry.matching != null) {
          pools.put(category.key(), entry.matching.toSettings(at + ".matching", category));
        }
      }
    });
    return new CategorySetup(
        valid(PREFIX + ".categories", () -> new Categories(enabled)), new MatchingSettings(pools));
  }

  private static Category category(String at, String key, CategoryEntry entry) {
    SizesEntry sizes = required(entry.sizes, at + ".sizes");
    int min = required(sizes.min, at + ".sizes.min");
    int max = required(sizes.max, at + ".sizes.max");
    var facets = new ArrayList<Facet>();
    for (int i = 0; i < entry.facets.size(); i++) {
      String place = at + ".facets[" + i + "]";
      FacetEntry facet = entry.facets.get(i);
      facets.add(valid(place, () -> facet(place, facet)));
    }
    return new Category(
        new CategoryKey(key),
        name(at + ".name", entry.name),
        facets,
        valid(at + ".sizes", () -> new GroupSize(min, max)),
        sizes.usual == null ? max : sizes.usual,
        required(entry.patience, at + ".patience"));
  }

  private static Facet facet(String at, FacetEntry entry) {
    var key = new FacetKey(required(entry.key, at + ".key"));
    if (RESERVED.contains(key.value())) {
      throw new CategoryConfigurationException(
          at + ".key: the name is taken by a column of files or a parameter of lists: " + key);
    }
    LocalizedName name = name(at + ".name", entry.name);
    return switch (required(entry.kind, at + ".kind")) {
      case "options" -> new OptionsFacet(key, name, options(at, entry.options));
      case "levels" ->
          new LevelFacet(
              key, name, required(entry.min, at + ".min"), required(entry.max, at + ".max"));
      case "window" ->
          new WindowFacet(key, name, required(entry.leastOverlap, at + ".least-overlap"));
      default ->
          throw new CategoryConfigurationException(
              at + ".kind: one of options, levels, window, and not " + entry.kind);
    };
  }

  private static List<OptionsFacet.Option> options(String at, List<OptionEntry> entries) {
    var options = new ArrayList<OptionsFacet.Option>();
    for (int i = 0; i < entries.size(); i++) {
      String place = at + ".options[" + i + "]";
      OptionEntry entry = entries.get(i);
      options.add(
          valid(
              place,
              () ->
                  new OptionsFacet.Option(
                      required(entry.key, place + ".key"),
                      name(place + ".name", entry.name),
                      hours(place + ".hours", entry.hours))));
    }
    return options;
  }

  private static Optional<LocalHours> hours(String at, @Nullable String hours) {
    return Optional.ofNullable(hours).map(text -> valid(at, () -> LocalHours.parse(text)));
  }

  private static LocalizedName name(String at, @Nullable NameEntry name) {
    NameEntry given = required(name, at);
    return valid(
        at,
        () -> new LocalizedName(required(given.ko, at + ".ko"), required(given.en, at + ".en")));
  }

  /** Notes what was bound, to find keys below {@code moim.categories} to which nothing was. */
  private static final class KnownCategoryKeys extends AbstractBindHandler {
    private static final ConfigurationPropertyName CATEGORIES =
        ConfigurationPropertyName.of(PREFIX + ".categories");

    private final Set<ConfigurationPropertyName> bound = new HashSet<>();
    private final List<ConfigurationPropertySource> sources = new ArrayList<>();

    @Override
    public @Nullable Object onSuccess(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
      bound.add(name);
      return super.onSuccess(name, target, context, result);
    }

    @Override
    public void onFinish(
        ConfigurationPropertyName name,
        Bindable<?> target,
        BindContext context,
        @Nullable Object result) {
      if (context.getDepth() == 0) {
        context.getSources().forEach(sources::add);
      }
    }

    void refuseUnknown() {
      for (int i = 0; i < sources.size(); i++) {
        List<ConfigurationPropertySource> before = sources.subList(0, i);
        if (sources.get(i) instanceof IterableConfigurationPropertySource keys) {
          keys.stream()
              .filter(key -> CATEGORIES.isAncestorOf(key) && !bound.contains(key))
              .filter(key -> !isReplaced(key, before))
              .findFirst()
              .ifPresent(key -> {
                throw new CategoryConfigurationException(key + " is not a setting of Moim");
              });
        }
      }
    }

    /** Whether the key lies in a list that a source of higher rank has replaced as a whole. */
    private static boolean isReplaced(
        ConfigurationPropertyName key, List<ConfigurationPropertySource> before) {
      for (int i = 0; i < key.getNumberOfElements(); i++) {
        if (key.isNumericIndex(i)) {
          ConfigurationPropertyName list = key.chop(i);
          return before.stream()
              .anyMatch(source ->
                  source.getConfigurationProperty(list) != null
                      || source.containsDescendantOf(list) == ConfigurationPropertyState.PRESENT);
        }
      }
      return false;
    }
  }
}
