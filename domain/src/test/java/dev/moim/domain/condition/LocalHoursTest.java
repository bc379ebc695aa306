package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHoursTest {
  /** Places and days around which their clocks change, by an hour, half an hour or a day. */
  private static final List<String> CHANGES =
      List.of(
          "Asia/Seoul 2026-11-29T00:00:00Z",
          "Europe/Berlin 2027-03-28T01:00:00Z",
          "Europe/Berlin 2026-10-25T01:00:00Z",
          "America/New_York 2026-11-01T06:00:00Z",
          "America/Santiago 2026-09-06T04:00:00Z",
          "Australia/Lord_Howe 2026-10-03T15:30:00Z",
          "Australia/Lord_Howe 2027-04-03T15:00:00Z",
          "Pacific/Apia 2011-12-30T10:00:00Z",
          "UTC 2026-11-29T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // Seoul is nine hours ahead of UTC.
    "11:30-13:30, Asia/Seoul, 2026-11-29T00:00:00Z, 2026-11-29T02:30:00Z",
    "11:30-13:30, Asia/Seoul, 2026-11-29T02:30:00Z, 2026-11-29T02:30:00Z",
    "11:30-13:30, Asia/Seoul, 2026-11-29T03:12:34.5Z, 2026-11-29T03:12:34.5Z",
    "11:30-13:30, Asia/Seoul, 2026-11-29T04:29:59.999Z, 2026-11-29T04:29:59.999Z",
    "11:30-13:30, Asia/Seoul, 2026-11-29T04:30:00Z, 2026-11-30T02:30:00Z",
    // Across midnight.
    "22:00-01:00, Asia/Seoul, 2026-11-29T12:00:00Z, 2026-11-29T13:00:00Z",
    "22:00-01:00, Asia/Seoul, 2026-11-29T15:30:00Z, 2026-11-29T15:30:00Z",
    "22:00-01:00, Asia/Seoul, 2026-11-29T16:00:00Z, 2026-11-30T13:00:00Z",
    "22:00-00:00, Asia/Seoul, 2026-11-29T15:00:00Z, 2026-11-30T13:00:00Z",
    // Berlin puts its clocks forward from 2 to 3: half past two is left out, so it begins at 3 …
    "02:30-04:00, Europe/Berlin, 2027-03-28T00:00:00Z, 2027-03-28T01:00:00Z",
    // … or on the next day.
    "02:10-02:50, Europe/Berlin, 2027-03-28T00:00:00Z, 2027-03-29T00:10:00Z",
    // It puts them back from 3 to 2: half past two comes twice, …
    "02:30-04:00, Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
    "02:10-02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:10:00Z",
    // … and so do hours that had begun before.
    "01:30-02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
  })
  void the_first_moment_within_the_hours(
      String hours, ZoneId zone, Instant earliest, Instant expected) {
    assertThat(LocalHours.parse(hours).next(earliest, zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_is_the_moment_that_looking_at_the_clock_each_minute_finds(long seed) {
    var random = new SplittableRandom(seed);
    for (String change : CHANGES) {
      ZoneId zone = ZoneId.of(change.substring(0, change.indexOf(' ')));
      Instant day = Instant.parse(change.substring(change.indexOf(' ') + 1));
      for (int i = 0; i < 20; i++) {
        LocalTime from = LocalTime.ofSecondOfDay(60L * random.nextInt(24 * 60));
        LocalHours hours = new LocalHours(from, from.plusMinutes(random.nextInt(1, 24 * 60)));
        Instant earliest = day.plus(Duration.ofMinutes(random.nextInt(-3_000, 1_000)));

        Instant next = hours.next(earliest, zone);

        Instant found = earliest;
        while (!hours.contains(LocalTime.ofInstant(found, zone))) {
          found = found.plus(Duration.ofMinutes(1));
        }
        assertThat(next).as("%s in %s after %s", hours, zone, earliest).isEqualTo(found);
        assertThat(hours.next(next, zone)).isEqualTo(next);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"11:30-13:30", "22:00-01:00", "00:00-23:59"})
  void hours_are_read_as_they_are_written(String text) {
    assertThat(LocalHours.parse(" " + text.replace("-", " - ") + " ")).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lunch",
        "11:30",
        "11:30-",
        "11-13",
        "11:30-13:60",
        "24:00-01:00",
        "1:30-2:00"
      })
  void what_is_not_on_a_clock_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalHours.parse(text))
        .withMessage("hours such as 11:30-13:30 are expected: " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11:30-11:30", "00:00-00:00"})
  void hours_without_a_moment_are_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalHours.parse(text))
        .withMessageStartingWith("hours end at another time than they begin: ");
  }
}
