package dev.moim.domain.shared;

import java.util.List;
import java.util.Map;

/**
 * A refusal: the code says why, the details are safe to show to the caller. Nothing has changed.
 */
public final class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Name of the detail that says after how many whole seconds it is worth trying again. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  private final transient ErrorCode code;
  private final transient Map<String, Object> details;
  private final transient List<FieldError> fieldErrors;

  public DomainException(
      ErrorCode code, Map<String, Object> details, List<FieldError> fieldErrors) {
    super(code.name() + details + fieldErrors, null, false, false);
    this.code = code;
    this.details = Map.copyOf(details);
    this.fieldErrors = List.copyOf(fieldErrors);
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  public List<FieldError> fieldErrors() {
    return fieldErrors;
  }
}
