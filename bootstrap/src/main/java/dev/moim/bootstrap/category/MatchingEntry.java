package dev.moim.bootstrap.category;

import static dev.moim.bootstrap.category.Explained.required;
import static dev.moim.bootstrap.category.Explained.valid;

import dev.moim.application.matching.service.PoolSettings;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * How a category is matched, below {@code moim.categories.<key>.matching}; what is not set is as
 * {@link PoolSettings#DEFAULT} has it.
 *
 * @param timing {@code at-arrival}, {@code before-expiry}, or {@code every} and an interval
 */
record MatchingEntry(
    @Nullable String timing,
    @Nullable Partners partners,
    @Nullable Boolean joiners,
    @Nullable Boolean relaxation,
    @Nullable Duration rescueLead,
    @Nullable Boolean rearranging,
    @Nullable Duration acceptance,
    @Nullable Duration avoidPartners,
    @DefaultValue List<RelaxationEntry> relaxations,
    @Nullable Duration lead) {
  private static final String EVERY = "every ";

  /** A step: of a facet, or to a smaller size. */
  record RelaxationEntry(
      @Nullable String facet, @Nullable Integer size, @Nullable Duration after) {}

  /**
   * @param at the key of this entry, to blame
   * @throws CategoryConfigurationException naming the key that is wrong
   */
  PoolSettings toSettings(String at, Category category) {
    MatchingPolicy policy = policy(at);
    List<Relaxation> steps = steps(at + ".relaxations", category);
    PoolSettings settings = PoolSettings.DEFAULT.withPolicy(policy);
    if (acceptance != null) {
      Duration time = acceptance;
      PoolSettings asked = settings;
      settings = valid(at + ".acceptance", () -> asked.withAcceptance(time));
    }
    PoolSettings any = settings;
    PoolSettings avoiding =
        valid(
            at + ".avoid-partners",
            () -> any.withAvoidPartners(or(avoidPartners, any.avoidPartners())));
    PoolSettings relaxing = valid(at + ".relaxations", () -> avoiding.withRelaxations(steps));
    return valid(at + ".lead", () -> relaxing.withLead(or(lead, relaxing.lead())));
  }

  private MatchingPolicy policy(String at) {
    MatchingPolicy usual = MatchingPolicy.DEFAULT;
    Timing when = timing == null ? usual.timing() : timing(at + ".timing", timing.strip());
    return valid(
        at + ".rescue-lead",
        () ->
            new MatchingPolicy(
                when,
                or(partners, usual.partners()),
                or(joiners, usual.joiners()),
                or(relaxation, usual.relaxation()),
                or(rescueLead, usual.rescueLead()),
                or(rearranging, usual.rearranging())));
  }

  private static Timing timing(String at, String text) {
    return switch (text) {
      case "at-arrival" -> Timing.atArrival();
      case "before-expiry" -> new Timing.BeforeExpiry();
      default -> {
        Duration interval =
            interval(text)
                .orElseThrow(() ->
                    new CategoryConfigurationException(
                        at
                            + ": one of at-arrival, before-expiry, every and an interval such as"
                            + " every 5m, and not "
                            + text));
        yield valid(at, () -> new Timing.Every(interval));
      }
    };
  }

  private static Optional<Duration> interval(String text) {
    try {
      return text.startsWith(EVERY)
          ? Optional.of(DurationStyle.detectAndParse(text.substring(EVERY.length()).strip()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Relaxation> steps(String at, Category category) {
    var steps = new ArrayList<Relaxation>();
    for (int i = 0; i < relaxations.size(); i++) {
      steps.add(step(at + "[" + i + "]", relaxations.get(i), category));
    }
    return steps;
  }

  private static Relaxation step(String at, RelaxationEntry entry, Category category) {
    if ((entry.facet == null) == (entry.size == null)) {
      throw new CategoryConfigurationException(at + ": one of facet and size is needed");
    }
    Duration age = required(entry.after, at + ".after");
    if (entry.size == null) {
      FacetKey facet = facet(at + ".facet", Objects.requireNonNull(entry.facet), category);
      return valid(at + ".after", () -> new Relaxation.AnyValue(facet, age));
    }
    int least = entry.size;
    if (!category.sizes().contains(least)) {
      throw new CategoryConfigurationException(
          "%s.size: from %d to %d".formatted(at, category.sizes().min(), category.sizes().max()));
    }
    return valid(at + ".after", () -> new Relaxation.SmallerGroup(least, age));
  }

  private static FacetKey facet(String at, String name, Category category) {
    return category.facets().stream()
        .map(Facet::key)
        .filter(key -> key.value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new CategoryConfigurationException(at + ": the category has no such facet: " + name));
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }
}
