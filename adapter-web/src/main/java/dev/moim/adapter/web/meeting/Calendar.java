package dev.moim.adapter.web.meeting;

import dev.moim.application.meeting.port.in.MeetingView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A meeting as a calendar with one event (RFC 5545): UTF-8, CRLF, no line above 75 octets. */
final class Calendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final int MOST_OCTETS = 75;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

  private final StringBuilder text = new StringBuilder();

  private Calendar() {}

  /**
   * The whole calendar.
   *
   * @param startsAt of the meeting
   * @param about what is to be known of it
   * @param page where it is shown; empty if nobody can tell
   * @param now when this is written
   */
  static String of(
      MeetingView meeting,
      Instant startsAt,
      MeetingWords.About about,
      Optional<String> page,
      Instant now) {
    Calendar calendar = new Calendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Moim//Meetings//EN");
    calendar.line("BEGIN:VEVENT");
    calendar.line("UID:" + meeting.id() + "@moim");
    calendar.line("DTSTAMP:" + UTC.format(now));
    calendar.line("SEQUENCE:" + meeting.version().value());
    calendar.line("STATUS:" + status(meeting));
    calendar.line("DTSTART:" + UTC.format(startsAt));
    calendar.line("DTEND:" + UTC.format(startsAt.plus(LENGTH)));
    calendar.line("SUMMARY:" + escape(about.title()));
    about.place().ifPresent(place -> calendar.line("LOCATION:" + escape(place)));
    if (!about.lines().isEmpty()) {
      calendar.line("DESCRIPTION:" + escape(String.join("\n", about.lines())));
    }
    page.ifPresent(address -> calendar.line("URL:" + address));
    calendar.line("END:VEVENT");
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private static String status(MeetingView meeting) {
    return switch (meeting.status()) {
      case UPCOMING, DONE -> "CONFIRMED";
      case CANCELLED -> "CANCELLED";
    };
  }

  /** As a value of the type TEXT (RFC 5545, 3.3.11), which has no control characters but tabs. */
  static String escape(String value) {
    return CONTROLS
        .matcher(
            value
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n"))
        .replaceAll("");
  }

  private void line(String content) {
    text.append(fold(content)).append("\r\n");
  }

  /** Breaks a line where it gets too long, never within a character (RFC 5545, 3.1). */
  static String fold(String content) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    int[] codePoints = content.codePoints().toArray();
    for (int codePoint : codePoints) {
      String character = Character.toString(codePoint);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets += size;
    }
    return folded.toString();
  }
}
