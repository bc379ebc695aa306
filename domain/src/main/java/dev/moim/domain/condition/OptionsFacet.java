package dev.moim.domain.condition;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A choice among named options, in configured order; answered by {@link OneOf}. */
public record OptionsFacet(FacetKey key, LocalizedName name, List<Option> options)
    implements Facet {
  /** How many wrong options of one answer are told of. */
  private static final int MOST_ERRORS = 100;

  /**
   * One option: its key (1–40 of {@code a-z 0-9 - _}) and what people read.
   *
   * @param hours of the day at which those meet who settle for it; empty if at any
   */
  public record Option(String key, LocalizedName name, Optional<LocalHours> hours) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /** An option that says nothing about time. */
    public Option(String key, LocalizedName name) {
      this(key, name, Optional.empty());
    }

    public Option {
      if (!FORM.matcher(key).matches()) {
        throw new IllegalArgumentException("an option's key is 1–40 of a-z, 0-9, - and _: " + key);
      }
    }
  }

  public OptionsFacet {
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException("facet " + key + " needs at least one option");
    }
    if (options.stream().map(Option::key).distinct().count() < options.size()) {
      throw new IllegalArgumentException("facet " + key + " names an option twice");
    }
  }

  @Override
  public MatchCondition read(FacetInput input, Instant now) {
    if (!(input instanceof FacetInput.Choice choice)) {
      throw SharedError.invalid("", "OPTIONS_EXPECTED");
    }
    var known = new HashSet<String>();
    options.forEach(option -> known.add(option.key));
    List<String> allowed = keys();
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < choice.options().size() && errors.size() < MOST_ERRORS; i++) {
      String option = choice.options().get(i);
      if (!known.contains(option)) {
        errors.add(
            new FieldError(
                "/" + i,
                "UNKNOWN_OPTION",
                Map.of("value", Checks.shortened(option), "allowed", allowed)));
      }
    }
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
    return new OneOf(choice.options());
  }

  @Override
  public FacetInput imagine(Habit habit, Instant now, RandomGenerator random) {
    return new FacetInput.Choice(habit.some(keys(), random));
  }

  @Override
  public FacetInput parse(String text) {
    if (text.isBlank()) {
      return new FacetInput.Choice(List.of());
    }
    return new FacetInput.Choice(List.of(text.strip().split("\\s*\\|\\s*", -1)));
  }

  @Override
  public String format(MatchCondition condition) {
    NavigableSet<String> chosen = ((OneOf) condition).options();
    return options.stream()
        .map(Option::key)
        .filter(chosen::contains)
        .collect(Collectors.joining("|"));
  }

  @Override
  public List<MatchCondition> wider(MatchCondition condition) {
    NavigableSet<String> chosen = ((OneOf) condition).options();
    return keys().stream()
        .filter(option -> !chosen.contains(option))
        .map(option -> {
          var more = new TreeSet<>(chosen);
          more.add(option);
          return (MatchCondition) new OneOf(more);
        })
        .toList();
  }

  @Override
  public Encoding encoding() {
    var positions = new HashMap<String, Integer>();
    options.forEach(option -> positions.put(option.key, positions.size()));
    return new Encoding.Positions(
        options.size(),
        condition -> {
          var accepted = new BitSet(options.size());
          if (condition instanceof OneOf choice) {
            for (String option : choice.options()) {
              Integer position = positions.get(option);
              if (position != null) {
                accepted.set(position);
              }
            }
          }
          return accepted;
        });
  }

  @Override
  public Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named) {
    return options.stream()
        .map(Option::key)
        .filter(option -> common.isEmpty() || accepts(common.get(), option))
        .max(
            Comparator.comparingLong(
                option -> named.stream().filter(wish -> accepts(wish, option)).count()))
        .map(option -> new OneOf(List.of(option)));
  }

  /** Of several that are wanted as much, the one whose hours come next. */
  @Override
  public Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named, Instant earliest, ZoneId zone) {
    return options.stream()
        .filter(option -> common.isEmpty() || accepts(common.get(), option.key))
        .max(
            Comparator.<Option>comparingLong(
                    option -> named.stream().filter(wish -> accepts(wish, option.key)).count())
                .thenComparing(
                    option ->
                        option.hours.map(hours -> hours.next(earliest, zone)).orElse(earliest),
                    Comparator.reverseOrder()))
        .map(option -> new OneOf(List.of(option.key)));
  }

  /**
   * The first moment within the hours of what was agreed on. An option without hours, or that is no
   * longer there, says nothing.
   */
  @Override
  public Optional<Instant> startsAt(
      Optional<MatchCondition> agreed, Instant earliest, ZoneId zone) {
    List<Option> settled = agreed.map(this::chosen).orElse(List.of());
    return settled.stream().allMatch(option -> option.hours.isPresent())
        ? settled.stream()
            .flatMap(option -> option.hours.stream())
            .map(hours -> hours.next(earliest, zone))
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Whether it lies within the hours of an option, or one of them has none. */
  @Override
  public boolean suits(MatchCondition asked, Instant start, ZoneId zone) {
    List<Option> chosen = chosen(asked);
    LocalTime time = LocalTime.ofInstant(start, zone);
    return chosen.isEmpty()
        || chosen.stream()
            .anyMatch(option -> option.hours.map(hours -> hours.contains(time)).orElse(true));
  }

  private List<Option> chosen(MatchCondition condition) {
    return options.stream().filter(option -> accepts(condition, option.key)).toList();
  }

  private static boolean accepts(MatchCondition condition, String option) {
    return condition instanceof OneOf choice && choice.options().contains(option);
  }

  private List<String> keys() {
    return options.stream().map(Option::key).toList();
  }
}
