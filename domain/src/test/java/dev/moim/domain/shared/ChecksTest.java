package dev.moim.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
  private static String text(String value) {
    return Checks.text(value, 1, 10, "field");
  }

  private static String line(String value) {
    return Checks.line(value, 1, 10, "field");
  }

  @Test
  void text_is_kept_trimmed_composed_and_with_plain_line_ends() {
    assertThat(text(" \n a\r\nb\tc \u3000")).isEqualTo("a\nb\tc");
    assertThat(text("e\u0301")).isEqualTo("é");
    assertThat(line("  a b  ")).isEqualTo("a b");
  }

  @Test
  void length_counts_code_points_after_cleaning() {
    assertThat(text("👩".repeat(10))).isEqualTo("👩".repeat(10));
    assertThat(text(" ".repeat(50) + "a".repeat(10) + " ".repeat(50))).hasSize(10);
    assertThat(Checks.text("", 0, 10, "field")).isEmpty();
    for (String wrong : new String[] {"", "   ", "a".repeat(11), "a".repeat(1_000_000)}) {
      DomainException refusal = catchThrowableOfType(DomainException.class, () -> text(wrong));
      assertThat(refusal.fieldErrors())
          .containsExactly(new FieldError("/field", "WRONG_LENGTH", Map.of("min", 1, "max", 10)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u0007b",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\uD800b",
        "\uDC00",
        "a\u202Eb",
        "a\u2066b",
        "a\uFFFFb",
        "a\uFDD0b",
        "a\rb"
      })
  void control_characters_and_halves_of_characters_are_refused(String wrong) {
    assertThatThrownBy(() -> text(wrong)).hasMessageContaining("CONTROL_CHARACTER");
    assertThatThrownBy(() -> line(wrong)).hasMessageContaining("CONTROL_CHARACTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u3164 \u2800", "\uFE0F\u034F", "\u180E", "\uDB40\uDC41"})
  void what_nobody_sees_is_no_text(String wrong) {
    assertThatThrownBy(() -> line(wrong)).hasMessageContaining("WRONG_LENGTH");
    assertThat(line("👩‍🍳️" + wrong)).startsWith("👩‍🍳");
  }

  @Test
  void what_somebody_wrote_is_shown_shortened() {
    assertThat(Checks.shortened("가".repeat(60))).isEqualTo("가".repeat(60));
    assertThat(Checks.shortened("🍜".repeat(61))).isEqualTo("🍜".repeat(60) + "…");
  }

  @Test
  void one_line_has_neither_line_feed_nor_tab() {
    assertThatThrownBy(() -> line("a\nb")).hasMessageContaining("CONTROL_CHARACTER");
    assertThatThrownBy(() -> line("a\tb")).hasMessageContaining("CONTROL_CHARACTER");
    assertThat(text("a\nb\tc")).isEqualTo("a\nb\tc");
  }

  @Test
  void a_number_lies_within_its_range() {
    assertThat(Checks.inRange(2, 2, 4, "field")).isEqualTo(2);
    assertThat(Checks.inRange(4, 2, 4, "field")).isEqualTo(4);
    for (int wrong : new int[] {Integer.MIN_VALUE, 1, 5, Integer.MAX_VALUE}) {
      DomainException refusal =
          catchThrowableOfType(DomainException.class, () -> Checks.inRange(wrong, 2, 4, "field"));
      assertThat(refusal.code()).isEqualTo(SharedError.INVALID_INPUT);
      assertThat(refusal.fieldErrors())
          .containsExactly(new FieldError("/field", "OUT_OF_RANGE", Map.of("min", 2, "max", 4)));
    }
  }

  /** What was cleaned once is clean: cleaning it again changes nothing. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void cleaning_is_idempotent_for_whatever_is_accepted(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String wild = wild(random);
      try {
        String clean = Checks.text(wild, 0, 40, "field");

        assertThat(Checks.text(clean, 0, 40, "field")).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(40);
      } catch (DomainException refusal) {
        assertThat(refusal.fieldErrors()).hasSize(1);
      }
    }
  }

  private static String wild(Random random) {
    int[] some = {' ', '\t', '\n', '\r', 'a', 'e', 0x301, 0x1100, 0x1161, 0xAC00, 0x3000, 0x1F35C};
    int[] codePoints = new int[random.nextInt(50)];
    for (int i = 0; i < codePoints.length; i++) {
      codePoints[i] = some[random.nextInt(some.length)];
    }
    return new String(codePoints, 0, codePoints.length);
  }
}
