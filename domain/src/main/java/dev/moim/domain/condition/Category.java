package dev.moim.domain.condition;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of gathering that the operator configured: which facets it asks for, how large groups may
 * be, and how long people wait by default. Data, never code: a new category needs no change of any
 * class.
 *
 * @param facets in the order in which they are asked; may be empty
 * @param sizes the group sizes that members may choose from
 * @param usualSize what a form proposes as the greatest size
 * @param patience how long a request waits unless it says otherwise; {@link #LEAST_PATIENCE} to
 *     {@link #MOST_PATIENCE}
 */
public record Category(
    CategoryKey key,
    LocalizedName name,
    List<Facet> facets,
    GroupSize sizes,
    int usualSize,
    Duration patience) {
  public static final Duration LEAST_PATIENCE = Duration.ofMinutes(5);
  public static final Duration MOST_PATIENCE = Duration.ofHours(24);

  private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

  /** A start that nobody named is a time that people would name. */
  private static final Duration STARTS_EVERY = Duration.ofMinutes(5);

  /** How often a start is put off until it suits all facets, by up to a day each time. */
  private static final int MOST_DELAYS = 8;

  public Category {
    facets = List.copyOf(facets);
    if (facets.stream().map(Facet::key).distinct().count() < facets.size()) {
      throw new IllegalArgumentException("category " + key + " names a facet twice");
    }
    if (!sizes.contains(usualSize)) {
      throw new IllegalArgumentException("category " + key + ": usual size outside the sizes");
    }
    if (patience.compareTo(LEAST_PATIENCE) < 0 || patience.compareTo(MOST_PATIENCE) > 0) {
      throw new IllegalArgumentException("category " + key + ": patience is 5 min to 24 h");
    }
  }

  /**
   * Understands what somebody asks of each facet.
   *
   * @param input by facet key; a facet left out or empty accepts everything
   * @param now windows that are over by then are refused; {@link Instant#MIN} to accept all
   * @throws DomainException INVALID_INPUT with all errors, pointers such as {@code /place/1}
   */
  public AllOf read(Map<String, FacetInput> input, Instant now) {
    Map<String, Facet> known =
        facets.stream().collect(Collectors.toMap(f -> f.key().value(), Function.identity()));
    var conditions = new TreeMap<FacetKey, MatchCondition>();
    var validation = new Validation();
    input.forEach((name, answer) -> {
      Facet facet = known.get(name);
      String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
      if (facet == null) {
        validation.add(new FieldError(pointer, "UNKNOWN_FACET"));
      } else if (!answer.isEmpty()) {
        validation
            .check(pointer, () -> facet.read(answer, now))
            .ifPresent(condition -> conditions.put(facet.key(), condition));
      }
    });
    validation.orThrow();
    return new AllOf(conditions);
  }

  /**
   * What a group settles for: one value for each facet that somebody asked for or that has a first
   * value.
   *
   * @param wishes what each member asked for
   * @return empty if the members have no common condition
   */
  public Optional<AllOf> agree(List<AllOf> wishes) {
    return agree(wishes, Facet::agree);
  }

  /**
   * As {@link #agree(List)}, for a group that meets at that moment or later: of values that are
   * wanted as much, one that comes sooner goes first.
   *
   * @param zone whose clocks local hours mean
   */
  public Optional<AllOf> agree(List<AllOf> wishes, Instant earliest, ZoneId zone) {
    return agree(wishes, (facet, common, named) -> facet.agree(common, named, earliest, zone));
  }

  /** On what a facet settles, given what suits everybody and what each had asked for. */
  @FunctionalInterface
  private interface Settling {
    Optional<MatchCondition> of(
        Facet facet, Optional<MatchCondition> common, List<MatchCondition> named);
  }

  private Optional<AllOf> agree(List<AllOf> wishes, Settling settling) {
    AllOf common = wishes.isEmpty() ? AllOf.ANYTHING : wishes.getFirst();
    for (AllOf wish : wishes.subList(Math.min(1, wishes.size()), wishes.size())) {
      Optional<AllOf> met = common.meet(wish);
      if (met.isEmpty()) {
        return Optional.empty();
      }
      common = met.get();
    }
    SequencedMap<FacetKey, MatchCondition> agreed = new LinkedHashMap<>();
    for (Facet facet : facets) {
      List<MatchCondition> named =
          wishes.stream().flatMap(wish -> wish.of(facet.key()).stream()).toList();
      settling
          .of(facet, common.of(facet.key()), named)
          .ifPresent(value -> agreed.put(facet.key(), value));
    }
    return Optional.of(new AllOf(agreed));
  }

  /**
   * When a group meets that has settled: the first moment, not before {@code earliest}, that suits
   * what its facets say of it, and {@code earliest} if they say nothing. Facets that contradict
   * each other, with hours that have no moment in common, are not asked to agree: then it is the
   * latest of what each of them says.
   *
   * <p>If it is that moment only because it is {@code earliest}, so that nobody named it, the start
   * is put off to the next five minutes of the clock, such as 12:05 for 12:03:17, unless that would
   * not suit any more. A moment that the facets name, such as the beginning of a window, stays.
   *
   * @param agreed as {@link #agree} has it
   * @param zone whose clocks local hours mean
   */
  public Instant startsAt(AllOf agreed, Instant earliest, ZoneId zone) {
    Instant start = firstMoment(agreed, earliest, zone);
    Instant rounded = roundedUp(start);
    boolean isNamed = start.equals(firstMoment(agreed, earliest.minus(MOMENT), zone));
    return !isNamed && suits(agreed, rounded, zone) ? rounded : start;
  }

  /** All offsets from UTC that are in use are multiples of five minutes. */
  private static Instant roundedUp(Instant moment) {
    long over = moment.getEpochSecond() % STARTS_EVERY.toSeconds();
    return over == 0 && moment.getNano() == 0
        ? moment
        : moment.truncatedTo(ChronoUnit.SECONDS).minusSeconds(over).plus(STARTS_EVERY);
  }

  private Instant firstMoment(AllOf agreed, Instant earliest, ZoneId zone) {
    Instant first = latest(agreed, earliest, zone);
    Instant start = first;
    for (int delays = 0; delays < MOST_DELAYS; delays++) {
      Instant later = latest(agreed, start, zone);
      if (later.equals(start)) {
        return start;
      }
      start = later;
    }
    return first;
  }

  /** The last moment at which a meeting may start, and the facet that says so. */
  public record LatestStart(FacetKey facet, Instant at) {}

  /** When a meeting may start at the latest that suits what somebody asked of each facet. */
  public Optional<LatestStart> latestStart(AllOf asked) {
    return facets.stream()
        .flatMap(facet ->
            asked
                .of(facet.key())
                .flatMap(facet::latestStart)
                .map(at -> new LatestStart(facet.key(), at))
                .stream())
        .min(Comparator.comparing(LatestStart::at));
  }

  /**
   * Whether a meeting that starts then suits what somebody asked of each facet.
   *
   * @param zone whose clocks local hours mean
   */
  public boolean suits(AllOf asked, Instant start, ZoneId zone) {
    return facets.stream()
        .allMatch(facet ->
            asked
                .of(facet.key())
                .filter(condition -> !facet.suits(condition, start, zone))
                .isEmpty());
  }

  /** What somebody must be content with who comes to a meeting whose place and time are fixed. */
  public AllOf fixed(AllOf agreed, Instant start) {
    var fixed = new TreeMap<FacetKey, MatchCondition>();
    for (Facet facet : facets) {
      agreed.of(facet.key()).ifPresent(value -> fixed.put(facet.key(), facet.fixed(value, start)));
    }
    return new AllOf(fixed);
  }

  /** As {@link #fixed(AllOf, Instant)}, of a meeting of which it may be open when it is. */
  public AllOf fixed(AllOf agreed, Optional<Instant> start) {
    return start.map(moment -> fixed(agreed, moment)).orElse(agreed);
  }

  private Instant latest(AllOf agreed, Instant earliest, ZoneId zone) {
    return facets.stream()
        .flatMap(facet -> facet.startsAt(agreed.of(facet.key()), earliest, zone).stream())
        .max(Comparator.naturalOrder())
        .orElse(earliest);
  }

  /** The sizes that a member chose, checked against {@link #sizes}. */
  public GroupSize size(int min, int max) {
    var validation = new Validation();
    Map<String, Object> limits = Map.of("min", sizes.min(), "max", sizes.max());
    if (!sizes.contains(min)) {
      validation.add(new FieldError("/min", "OUT_OF_RANGE", limits));
    }
    if (!sizes.contains(max)) {
      validation.add(new FieldError("/max", "OUT_OF_RANGE", limits));
    } else if (min > max) {
      validation.add(new FieldError("/max", "EMPTY_RANGE"));
    }
    validation.orThrow();
    return new GroupSize(min, max);
  }
}
