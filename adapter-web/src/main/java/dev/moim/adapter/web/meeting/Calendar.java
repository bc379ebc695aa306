package dev.moim.adapter.web.meeting;

import dev.moim.application.meeting.port.in.MeetingView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A meeting as a calendar with one event (RFC 5545): UTF-8, CRLF, no line above 75 octets. */
final class Calendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final int MOST_OCTETS = 75;

  private final StringBuilder text = new StringBuilder();

  private Calendar() {}

  /**
   * The whole calendar.
   *
   * @param startsAt of the meeting
   * @param title what the event is called
   * @param now when this is written
   */
  static String of(MeetingView meeting, Instant startsAt, String title, Instant now) {
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
    calendar.line("SUMMARY:" + escape(title));
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

  /** As a value of the type TEXT (RFC 5545, 3.3.11). */
  static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace("\n", "\\n");
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
