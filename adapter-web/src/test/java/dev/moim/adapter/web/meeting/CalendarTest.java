package dev.moim.adapter.web.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void text_is_escaped() {
    assertThat(Calendar.escape("a\\b;c,d\ne\r\nf")).isEqualTo("a\\\\b\\;c\\,d\\ne\\nf");
  }

  @Test
  void what_no_calendar_may_contain_is_left_out() {
    assertThat(Calendar.escape("a\u0000b\rc\u007fd\te")).isEqualTo("abcd\te");
  }

  /** The rules of RFC 5545, 3.1 and 3.6.1, for whatever people are called. */
  @Test
  void a_calendar_is_valid_whatever_people_and_places_are_called() {
    var meeting =
        new MeetingView(
            new MeetingId(Samples.uuid()),
            new CategoryKey("meal"),
            AllOf.ANYTHING,
            List.of(),
            new MeetingSource.RandomMatch(),
            Optional.of(START),
            START,
            MeetingStatus.UPCOMING,
            Version.NEW);
    String odd = "한\\강; \"공원\", 3\r\nEND:VEVENT 🍜".repeat(5);

    String text =
        Calendar.of(
            meeting,
            START,
            new MeetingWords.About(odd, Optional.of(odd), List.of(odd, odd)),
            Optional.of("https://moim.example.org/#/meetings/" + meeting.id()),
            START);

    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(List.of(text.split("\r\n")))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    List<String> lines = List.of(text.replace("\r\n ", "").split("\r\n"));
    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly(
            "BEGIN",
            "VERSION",
            "PRODID",
            "BEGIN",
            "UID",
            "DTSTAMP",
            "SEQUENCE",
            "STATUS",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "LOCATION",
            "DESCRIPTION",
            "URL",
            "END",
            "END");
    for (String name : List.of("SUMMARY:", "LOCATION:", "DESCRIPTION:")) {
      String value = lines.stream().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
      assertThat(value.substring(name.length()))
          .as(name)
          .matches("(?:[^\\\\;,\\p{Cntrl}]|\\\\[\\\\;,n])*");
    }
  }

  @Test
  void no_line_is_longer_than_75_octets_and_no_character_is_broken() {
    String content = "SUMMARY:" + "점심🍜".repeat(30);

    String folded = Calendar.fold(content);

    assertThat(List.of(folded.split("\r\n")))
        .hasSizeGreaterThan(3)
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(folded.replace("\r\n ", "")).isEqualTo(content);
    assertThat(Calendar.fold("x".repeat(75))).isEqualTo("x".repeat(75));
  }
}
