package dev.moim.domain.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * The checks that value objects make of what they are given; each refuses with the field's name.
 */
public final class Checks {
  private Checks() {}

  /** Refuses a number outside {@code min..max}, both included. */
  public static int inRange(int value, int min, int max, String field) {
    if (value < min || value > max) {
      throw SharedError.invalid(
          List.of(
              new FieldError(
                  "/" + field, "OUT_OF_RANGE", Map.of("min", (Object) min, "max", max))));
    }
    return value;
  }

  /** One line of text: as {@link #text}, without line breaks. */
  public static String line(String value, int min, int max, String field) {
    return clean(value, min, max, field, false);
  }

  /**
   * Text as it is kept: trimmed, in Unicode normal form C, {@code min..max} code points long.
   * Control characters other than line feed and tab are refused, as are unpaired surrogates.
   */
  public static String text(String value, int min, int max, String field) {
    return clean(value, min, max, field, true);
  }

  /** What somebody wrote, cut to 60 code points, to be shown in an error. */
  public static String shortened(String value) {
    return value.codePointCount(0, value.length()) <= 60
        ? value
        : value.substring(0, value.offsetByCodePoints(0, 60)) + "…";
  }

  private static String clean(String value, int min, int max, String field, boolean manyLines) {
    // Normal form C never has more than 3 times the code points: bounds the work on huge input.
    if (value.length() > 8L * max + 64) {
      throw length(min, max, field);
    }
    String clean = Normalizer.normalize(value, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    if (!clean.codePoints().allMatch(c -> isAllowed(c, manyLines))) {
      throw SharedError.invalid("/" + field, "CONTROL_CHARACTER");
    }
    int length = clean.codePointCount(0, clean.length());
    boolean blank = clean.codePoints().noneMatch(Checks::isVisible);
    if (length < min || length > max || (blank && min > 0)) {
      throw length(min, max, field);
    }
    return clean;
  }

  private static boolean isAllowed(int codePoint, boolean manyLines) {
    if (codePoint == '\n' || codePoint == '\t') {
      return manyLines;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isNoncharacter(codePoint) && !turnsDirection(codePoint);
    };
  }

  /** Unicode's 66 code points that are never characters. */
  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  /**
   * Overrides and isolates of the bidirectional algorithm (UAX #9): they make text look another.
   */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /**
   * Whether a code point shows on a screen: no space, no format character, and none of those that
   * Unicode counts as letters or marks and nobody sees (Hangul fillers, variation selectors).
   */
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default ->
          switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800 -> false;
            default ->
                (codePoint < 0xFE00 || codePoint > 0xFE0F)
                    && (codePoint < 0x180B || codePoint > 0x180F)
                    && (codePoint < 0xE0000 || codePoint > 0xE0FFF);
          };
    };
  }

  private static DomainException length(int min, int max, String field) {
    return SharedError.invalid(
        List.of(
            new FieldError("/" + field, "WRONG_LENGTH", Map.of("min", (Object) min, "max", max))));
  }
}
