package dev.moim.domain.condition;

import dev.moim.domain.condition.Encoding.Stretch;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When people are free; answered by {@link TimeWindow}. Windows are at most {@link #LONGEST} long,
 * and read to the microsecond.
 *
 * @param leastOverlap for how long a group must be free together; positive
 */
public record WindowFacet(FacetKey key, LocalizedName name, Duration leastOverlap)
    implements Facet {
  /** The longest window that anybody may name. */
  public static final Duration LONGEST = Duration.ofDays(60);

  private static final Duration IMAGINED_AHEAD = Duration.ofHours(12);

  public WindowFacet {
    if (!leastOverlap.isPositive() || leastOverlap.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "facet " + key + " needs a least overlap of up to 60 days: " + leastOverlap);
    }
  }

  @Override
  public MatchCondition read(FacetInput input, Instant now) {
    if (!(input instanceof FacetInput.Span span)) {
      throw SharedError.invalid("", "WINDOW_EXPECTED");
    }
    var errors = new ArrayList<FieldError>();
    Optional<Instant> from = instant(span.from(), "/from", errors);
    Optional<Instant> to = instant(span.to(), "/to", errors);
    if (from.isPresent() && to.isPresent()) {
      Duration length = Duration.between(from.get(), to.get());
      if (length.compareTo(leastOverlap) < 0) {
        errors.add(
            new FieldError(
                "/to", "WINDOW_TOO_SHORT", Map.of("leastMinutes", leastOverlap.toMinutes())));
      } else if (length.compareTo(LONGEST) > 0) {
        errors.add(new FieldError("/to", "WINDOW_TOO_LONG", Map.of("mostDays", LONGEST.toDays())));
      } else if (!to.get().isAfter(now)) {
        errors.add(new FieldError("/to", "WINDOW_OVER"));
      }
    }
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
    return new TimeWindow(from.orElseThrow(), to.orElseThrow(), leastOverlap);
  }

  private static Optional<Instant> instant(String text, String pointer, List<FieldError> errors) {
    try {
      Instant instant =
          OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (instant.isBefore(Instant.EPOCH)
          || instant.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
        errors.add(new FieldError(pointer, "NOT_AN_INSTANT"));
        return Optional.empty();
      }
      return Optional.of(instant);
    } catch (DateTimeParseException e) {
      errors.add(new FieldError(pointer, "NOT_AN_INSTANT"));
      return Optional.empty();
    }
  }

  /**
   * A window that starts at a quarter of an hour of the coming {@link #IMAGINED_AHEAD}; twice the
   * least overlap long, and once more for each further alternative.
   */
  @Override
  public FacetInput imagine(Habit habit, Instant now, RandomGenerator random) {
    long quarter = Duration.ofMinutes(15).toSeconds();
    long first = now.getEpochSecond() / quarter + 1;
    Instant from =
        Instant.ofEpochSecond(
            (first + random.nextLong(IMAGINED_AHEAD.toSeconds() / quarter)) * quarter);
    Duration length = leastOverlap.multipliedBy(habit.width(random) + 1L);
    Instant to = from.plus(length.compareTo(LONGEST) > 0 ? leastOverlap : length);
    return new FacetInput.Span(from.toString(), to.toString());
  }

  @Override
  public FacetInput parse(String text) {
    if (text.isBlank()) {
      return new FacetInput.Choice(List.of());
    }
    int slash = text.indexOf('/');
    if (slash < 0 || slash != text.lastIndexOf('/')) {
      throw SharedError.invalid("", "WINDOW_EXPECTED");
    }
    return new FacetInput.Span(text.substring(0, slash).strip(), text.substring(slash + 1).strip());
  }

  @Override
  public String format(MatchCondition condition) {
    TimeWindow window = (TimeWindow) condition;
    return window.from() + "/" + window.to();
  }

  /** As much earlier, or as much later, as people must be free together. */
  @Override
  public List<MatchCondition> wider(MatchCondition condition) {
    TimeWindow window = (TimeWindow) condition;
    Duration step = leastOverlap;
    return List.of(
        new TimeWindow(window.from().minus(step), window.to(), window.leastOverlap()),
        new TimeWindow(window.from(), window.to().plus(step), window.leastOverlap()));
  }

  /** Microseconds since 1970. Parts of the line are {@code 2^32} of them long, some 72 minutes. */
  @Override
  public Encoding encoding() {
    return new Encoding.Line(32, WindowFacet::stretch);
  }

  private static Stretch stretch(MatchCondition condition) {
    if (!(condition instanceof TimeWindow window)) {
      return Stretch.NOTHING;
    }
    return new Stretch(
        micros(window.from()),
        micros(window.to()),
        window.leastOverlap().dividedBy(ChronoUnit.MICROS.getDuration()));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** All of the common window: the group may settle for any part of it. */
  @Override
  public Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named) {
    return common;
  }

  /** Those who begin then have as much time together as they need. */
  @Override
  public boolean suits(MatchCondition asked, Instant start, ZoneId zone) {
    return asked instanceof TimeWindow window
        && !start.isBefore(window.from())
        && !start.isAfter(latestStart(window));
  }

  /** The least time together, from the start on. */
  @Override
  public MatchCondition fixed(MatchCondition agreed, Instant start) {
    return agreed instanceof TimeWindow window && suits(agreed, start, ZoneOffset.UTC)
        ? new TimeWindow(start, start.plus(window.leastOverlap()), window.leastOverlap())
        : agreed;
  }

  @Override
  public Optional<Instant> latestStart(MatchCondition asked) {
    return asked instanceof TimeWindow window ? Optional.of(latestStart(window)) : Optional.empty();
  }

  private static Instant latestStart(TimeWindow window) {
    return window.to().minus(window.leastOverlap());
  }

  /** At the beginning of the window, or at once if that has passed. */
  @Override
  public Optional<Instant> startsAt(
      Optional<MatchCondition> agreed, Instant earliest, ZoneId zone) {
    return agreed.map(condition -> {
      Instant from = ((TimeWindow) condition).from();
      return from.isBefore(earliest) ? earliest : from;
    });
  }
}
