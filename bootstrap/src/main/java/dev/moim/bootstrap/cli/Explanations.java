package dev.moim.bootstrap.cli;

import dev.moim.domain.shared.FieldError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the codes of errors mean, in English, for somebody who sees the file in front of them. */
final class Explanations {
  private Explanations() {}

  /**
   * @param text what stands in the file
   */
  static String of(FieldError error, String text) {
    Map<String, Object> details = error.details();
    return switch (error.code()) {
      case "UNKNOWN_OPTION" ->
          "no such option: "
              + quoted(String.valueOf(details.get("value")))
              + "; allowed: "
              + list(details.get("allowed"));
      case "RANGE_EXPECTED" -> "a range such as 3-7 is expected: " + quoted(text);
      case "NOT_A_NUMBER" -> "not a whole number: " + quoted(text);
      case "OUT_OF_RANGE" ->
          "outside " + details.get("min") + " to " + details.get("max") + ": " + quoted(text);
      case "EMPTY_RANGE" -> "the range ends before it starts: " + quoted(text);
      case "WINDOW_EXPECTED" ->
          "a window such as 2026-11-20T10:00Z/2026-11-20T12:00Z is expected: " + quoted(text);
      case "NOT_AN_INSTANT" ->
          "not a time such as 2026-11-20T10:00Z or 2026-11-20T19:00+09:00: " + quoted(text);
      case "WINDOW_TOO_SHORT" ->
          "shorter than " + details.get("leastMinutes") + " minutes: " + quoted(text);
      case "WINDOW_TOO_LONG" -> "longer than " + details.get("mostDays") + " days: " + quoted(text);
      case "PARTY_WITHOUT_COMMON_CONDITION" ->
          "nothing suits all members of the party " + quoted(text);
      case "PARTY_WITHOUT_COMMON_SIZE" ->
          "no group size suits all members of the party " + quoted(text);
      case "PARTY_TOO_LARGE" ->
          "the party " + quoted(text) + " is larger than the group that its members accept";
      case "PARTY_AVOIDS_ITSELF" -> "members of the party " + quoted(text) + " avoid each other";
      case "PARTY_NEVER_TOGETHER" ->
          "of the party " + quoted(text) + " one gives up before another has come";
      case "OTHER_CATEGORY" ->
          quoted(text) + " is another category than in the rows before; choose one with --category";
      case "REQUIRED" -> "a value is needed";
      default ->
          error.code()
              + (details.isEmpty() ? "" : " " + new TreeMap<>(details))
              + ": "
              + quoted(text);
    };
  }

  private static String list(@Nullable Object values) {
    return values instanceof List<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(values);
  }

  /** Text from a file, fit for one line of a terminal: short, and without control characters. */
  static String quoted(String text) {
    String shown =
        text.codePointCount(0, text.length()) > 60
            ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…"
            : text;
    return "\"" + shown.replaceAll("\\p{C}", "?") + "\"";
  }
}
