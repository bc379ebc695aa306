package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and identifiers in paths. */
public final class Parameters {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern INSTANT_FORM =
      Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private static final Map<String, Boolean> SET = Map.of("", true, "true", true);
  private static final Map<String, Boolean> FLAG = Map.of("", true, "true", true, "false", false);

  private Parameters() {}

  /** A flag: {@code ?mine} and {@code ?mine=true} set it. */
  public static boolean flag(String name, @Nullable String value) {
    return value != null && oneOf(name, value, FLAG).orElse(false);
  }

  /** A flag that can only be set, since nothing else is on offer. */
  public static void only(String name, @Nullable String value) {
    if (value != null && !SET.containsKey(value)) {
      throw notOneOf(name, SET);
    }
  }

  /** One of some words; empty if the parameter is absent. */
  public static <T> Optional<T> oneOf(String name, @Nullable String value, Map<String, T> words) {
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(words.get(value)).orElseThrow(() -> notOneOf(name, words)));
  }

  private static DomainException notOneOf(String name, Map<String, ?> words) {
    String allowed =
        words.keySet().stream()
            .filter(word -> !word.isEmpty())
            .sorted()
            .collect(Collectors.joining(", "));
    return refuse(new FieldError("/" + name, "INVALID_VALUE", Map.of("allowed", allowed)));
  }

  static int number(String name, String value, int min, int max) {
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (min <= number && number <= max) {
        return number;
      }
    }
    throw refuse(new FieldError("/" + name, "OUT_OF_RANGE", Map.of("min", min, "max", max)));
  }

  /** The identifier in its one canonical form; what has another form identifies nothing. */
  public static Optional<UUID> id(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** An identifier to filter by; empty if the parameter is absent. */
  public static Optional<UUID> id(String name, @Nullable String value) {
    return Optional.ofNullable(value)
        .map(text -> id(text).orElseThrow(() -> refuse(name, "INVALID_VALUE")));
  }

  /** An instant within the years that stores know; empty if the parameter is absent. */
  public static Optional<Instant> instant(String name, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    if (INSTANT_FORM.matcher(value).matches()) {
      try {
        return Optional.of(Instant.parse(value));
      } catch (DateTimeParseException e) {
        throw refuse(name, "NOT_AN_INSTANT");
      }
    }
    throw refuse(name, "NOT_AN_INSTANT");
  }

  /** The refusal of a parameter's value, or of the parameter. */
  public static DomainException refuse(String name, String code) {
    return refuse(new FieldError("/" + name, code));
  }

  private static DomainException refuse(FieldError error) {
    return new DomainException(WebError.INVALID_PARAMETER, Map.of(), List.of(error));
  }
}
