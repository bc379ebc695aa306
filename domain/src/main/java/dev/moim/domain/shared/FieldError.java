package dev.moim.domain.shared;

import java.util.Map;

/**
 * What is wrong with one field of an input.
 *
 * @param pointer JSON pointer (RFC 6901) from the input's root, such as {@code /condition/place/1}
 * @param code stable UPPER_SNAKE name of the problem
 * @param details values that may be shown to the caller, for the message
 */
public record FieldError(String pointer, String code, Map<String, Object> details) {
  public FieldError {
    details = Map.copyOf(details);
  }

  public FieldError(String pointer, String code) {
    this(pointer, code, Map.of());
  }

  /** The same error, seen from an object in which the input stands under {@code parent}. */
  public FieldError under(String parent) {
    return new FieldError(parent + pointer, code, details);
  }
}
