package dev.moim.domain.condition;

import dev.moim.domain.condition.Encoding.Stretch;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scale of whole levels, {@code min..max}, both included; answered by {@link Range}. */
public record LevelFacet(FacetKey key, LocalizedName name, int min, int max) implements Facet {
  /** The most levels that a scale may have. */
  public static final int MOST_LEVELS = 1_000;

  /** Sixteen levels: a thousand of them have some sixty parts. */
  private static final int LINE_COARSENESS = 4;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern TEXT =
      Pattern.compile("\\s*(-?\\d{1,9})\\s*(?:-\\s*(-?\\d{1,9}))?\\s*");

  public LevelFacet {
    if (min > max || (long) max - min >= MOST_LEVELS) {
      throw new IllegalArgumentException(
          "facet " + key + " needs 1 to " + MOST_LEVELS + " levels: " + min + "-" + max);
    }
  }

  @Override
  public MatchCondition read(FacetInput input, Instant now) {
    if (!(input instanceof FacetInput.Span span)) {
      throw SharedError.invalid("", "RANGE_EXPECTED");
    }
    var errors = new ArrayList<FieldError>();
    int from = level(span.from(), "/from", errors);
    int to = level(span.to(), "/to", errors);
    if (errors.isEmpty() && from > to) {
      errors.add(new FieldError("/to", "EMPTY_RANGE"));
    }
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
    return new Range(from, to);
  }

  private int level(String text, String pointer, List<FieldError> errors) {
    try {
      int level = Integer.parseInt(NUMBER.matcher(text).matches() ? text : "");
      if (level < min || level > max) {
        errors.add(
            new FieldError(pointer, "OUT_OF_RANGE", Map.of("min", (Object) min, "max", max)));
      }
      return level;
    } catch (NumberFormatException e) {
      errors.add(new FieldError(pointer, "NOT_A_NUMBER"));
      return min;
    }
  }

  /** A level anywhere on the scale, and for each further alternative one more on either side. */
  @Override
  public FacetInput imagine(Habit habit, Instant now, RandomGenerator random) {
    int own = random.nextInt(min, max + 1);
    int reach = habit.width(random) - 1;
    return new FacetInput.Span(
        Integer.toString(Math.max(min, own - reach)), Integer.toString(Math.min(max, own + reach)));
  }

  @Override
  public FacetInput parse(String text) {
    if (text.isBlank()) {
      return new FacetInput.Choice(List.of());
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw SharedError.invalid("", "RANGE_EXPECTED");
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    return new FacetInput.Span(from, to == null ? from : to);
  }

  @Override
  public String format(MatchCondition condition) {
    Range range = (Range) condition;
    return range.from() == range.to()
        ? Integer.toString(range.from())
        : range.from() + "-" + range.to();
  }

  @Override
  public List<MatchCondition> wider(MatchCondition condition) {
    Range range = (Range) condition;
    var wider = new ArrayList<MatchCondition>();
    if (range.from() > min) {
      wider.add(new Range(range.from() - 1, range.to()));
    }
    if (range.to() < max) {
      wider.add(new Range(range.from(), range.to() + 1));
    }
    return wider;
  }

  @Override
  public Encoding encoding() {
    int levels = max - min + 1;
    return levels <= Long.SIZE
        ? new Encoding.Positions(levels, this::positions)
        : new Encoding.Line(LINE_COARSENESS, this::stretch);
  }

  private BitSet positions(MatchCondition condition) {
    Stretch stretch = stretch(condition);
    var accepted = new BitSet(max - min + 1);
    if (stretch.from() <= stretch.to()) {
      accepted.set((int) stretch.from(), (int) stretch.to() + 1);
    }
    return accepted;
  }

  /** Levels are counted from the scale's least, so 0 is on it. */
  private Stretch stretch(MatchCondition condition) {
    if (!(condition instanceof Range range) || range.to() < min || range.from() > max) {
      return Stretch.NOTHING;
    }
    return new Stretch(
        (long) Math.max(range.from(), min) - min, (long) Math.min(range.to(), max) - min, 0);
  }

  @Override
  public Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named) {
    if (common.isEmpty()) {
      return Optional.empty();
    }
    Range range = (Range) common.get();
    MatchCondition best = new Range(range.from(), range.from());
    long most = -1;
    for (int level = range.from(); level <= range.to(); level++) {
      MatchCondition candidate = new Range(level, level);
      long count = named.stream().filter(wish -> wish.meet(candidate).isPresent()).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return Optional.of(best);
  }

  /** A level says nothing about time. */
  @Override
  public Optional<Instant> startsAt(
      Optional<MatchCondition> agreed, Instant earliest, ZoneId zone) {
    return Optional.empty();
  }
}
