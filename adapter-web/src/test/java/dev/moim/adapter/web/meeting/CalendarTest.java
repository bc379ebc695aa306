package dev.moim.adapter.web.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
  @Test
  void text_is_escaped() {
    assertThat(Calendar.escape("a\\b;c,d\ne\r\nf")).isEqualTo("a\\\\b\\;c\\,d\\ne\\nf");
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
