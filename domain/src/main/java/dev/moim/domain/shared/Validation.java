package dev.moim.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks several inputs and refuses once, with the errors of all of them. For one thread.
 *
 * <p>Typical use: {@code check} each part, then {@link #orThrow}, then take the values.
 */
public final class Validation {
  private final List<FieldError> errors = new ArrayList<>();

  /** The value, or empty if it is refused as invalid; the errors are kept. */
  public <T> Optional<T> check(Supplier<T> value) {
    return check("", value);
  }

  /** As {@link #check(Supplier)}, for a value that stands under {@code parent} in the input. */
  public <T> Optional<T> check(String parent, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (DomainException e) {
      if (e.fieldErrors().isEmpty()) {
        throw e;
      }
      e.fieldErrors().forEach(error -> errors.add(error.under(parent)));
      return Optional.empty();
    }
  }

  /** Notes an error that is not a value's own. */
  public void add(FieldError error) {
    errors.add(error);
  }

  /** All errors so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /**
   * @throws DomainException INVALID_INPUT with all errors so far, if there are any
   */
  public void orThrow() {
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
  }
}
