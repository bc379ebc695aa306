package dev.moim.domain.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hours of the day by the clock on the wall, from (included) to (excluded): {@code 11:30-13:30}, or
 * across midnight {@code 22:00-01:00}. A moment lies within them if a clock there shows a time
 * between the two, on whatever day and by whatever offset.
 */
public record LocalHours(LocalTime from, LocalTime to) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{2}:[0-9]{2})\\s*-\\s*([0-9]{2}:[0-9]{2})");

  /**
   * Within so many days the hours come at least once: a change of the clocks may leave out those of
   * one day, and one of the calendar (as in Samoa, in 2011) a day.
   */
  private static final int DAYS = 4;

  public LocalHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("hours end at another time than they begin: " + from);
    }
  }

  /**
   * Reads hours as {@link #toString} writes them.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  public static LocalHours parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    try {
      if (form.matches()) {
        return new LocalHours(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
      }
    } catch (DateTimeParseException e) {
      // Of the form, but not on a clock, such as 25:00.
    }
    throw new IllegalArgumentException("hours such as 11:30-13:30 are expected: " + text);
  }

  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }

  /**
   * The first moment within these hours that is not before another one. That is the other one
   * itself, or one at which the clock comes to {@link #from}, or one at which the clock is put
   * forward or back to a time within the hours.
   */
  public Instant next(Instant earliest, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDate day = LocalDate.ofInstant(earliest, zone);
    Stream<Instant> beginnings =
        day.datesUntil(day.plusDays(DAYS)).flatMap(date -> moments(date.atTime(from), rules));
    return Stream.of(Stream.of(earliest), beginnings, changes(earliest, rules))
        .flatMap(moments -> moments)
        .filter(moment -> !moment.isBefore(earliest))
        .filter(moment -> contains(LocalTime.ofInstant(moment, zone)))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** When a clock shows this: once, twice where it is put back, never where it is put forward. */
  private static Stream<Instant> moments(LocalDateTime time, ZoneRules rules) {
    return rules.getValidOffsets(time).stream().map(time::toInstant);
  }

  private static Stream<Instant> changes(Instant after, ZoneRules rules) {
    Instant end = after.plus(Duration.ofDays(DAYS));
    return Stream.iterate(
            change(after, rules),
            change -> change.filter(moment -> moment.isBefore(end)).isPresent(),
            change -> change.flatMap(moment -> change(moment, rules)))
        .flatMap(Optional::stream);
  }

  private static Optional<Instant> change(Instant after, ZoneRules rules) {
    return Optional.ofNullable(rules.nextTransition(after)).map(ZoneOffsetTransition::getInstant);
  }

  /** As it stands in a configuration: {@code 11:30-13:30}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
