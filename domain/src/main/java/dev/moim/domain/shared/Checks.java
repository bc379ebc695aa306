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
    if (length < min || length > max) {
      throw length(min, max, field);
    }
    return clean;
  }

  private static boolean isAllowed(int codePoint, boolean manyLines) {
    if (codePoint == '\n' || codePoint == '\t') {
      return manyLines;
    }
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static DomainException length(int min, int max, String field) {
    return SharedError.invalid(
        List.of(
            new FieldError("/" + field, "WRONG_LENGTH", Map.of("min", (Object) min, "max", max))));
  }
}
