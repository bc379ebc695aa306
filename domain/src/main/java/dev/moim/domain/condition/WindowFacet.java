package dev.moim.domain.condition;

import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When people are free; answered by {@link TimeWindow}. Windows are at most {@link #LONGEST} long.
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
      Instant instant = OffsetDateTime.parse(text.strip()).toInstant();
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

  /**
   * Windows have a common overlap of length L exactly when one of them starts at an instant f such
   * that f … f+L lies within all of them; so the positions are the distinct starts. Where windows
   * were read with different least overlaps (the configuration changed meanwhile), each of these
   * has its own row of starts, on which those who want more time accept nothing.
   */
  @Override
  public Axis axis(Collection<MatchCondition> answers) {
    List<TimeWindow> windows =
        answers.stream().filter(TimeWindow.class::isInstance).map(TimeWindow.class::cast).toList();
    if (windows.isEmpty()) {
      return new Starts(List.of(Instant.EPOCH), List.of(leastOverlap));
    }
    return new Starts(
        windows.stream().map(TimeWindow::from).distinct().sorted().toList(),
        windows.stream().map(TimeWindow::leastOverlap).distinct().sorted().toList());
  }

  private record Starts(List<Instant> starts, List<Duration> overlaps) implements Axis {
    @Override
    public int size() {
      return Math.multiplyExact(starts.size(), overlaps.size());
    }

    @Override
    public BitSet accepted(MatchCondition condition) {
      var accepted = new BitSet(size());
      if (condition instanceof TimeWindow window) {
        int first = countBefore(window.from());
        for (int row = 0; row < overlaps.size(); row++) {
          Duration overlap = overlaps.get(row);
          int end = countBefore(window.to().minus(overlap).plusNanos(1));
          if (overlap.compareTo(window.leastOverlap()) >= 0 && first < end) {
            accepted.set(row * starts.size() + first, row * starts.size() + end);
          }
        }
      }
      return accepted;
    }

    private int countBefore(Instant instant) {
      int place = Collections.binarySearch(starts, instant);
      return place < 0 ? -place - 1 : place;
    }
  }

  /** All of the common window: the group may settle for any part of it. */
  @Override
  public Optional<MatchCondition> agree(
      Optional<MatchCondition> common, List<MatchCondition> named) {
    return common;
  }
}
