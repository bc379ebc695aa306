package dev.moim.domain.shared;

import java.util.List;
import java.util.Map;

/** Refusals that belong to no single context. */
public enum SharedError implements ErrorCode {
  NOT_SIGNED_IN(ErrorKind.UNAUTHENTICATED, "Sign in first."),
  NOT_ALLOWED(ErrorKind.FORBIDDEN, "You may not do this."),
  INVALID_INPUT(ErrorKind.RULE, "The input breaks a rule; see the errors of its fields."),
  STALE_VERSION(ErrorKind.STALE, "Somebody else changed this in the meantime."),
  TOO_MANY_REQUESTS(ErrorKind.TOO_MANY, "Too many requests; slow down."),
  TOO_BUSY(ErrorKind.UNAVAILABLE, "Too many changes at once; try again in a moment.");

  private final ErrorKind kind;
  private final String title;

  SharedError(ErrorKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }

  /** Refuses an input whose fields are wrong. */
  public static DomainException invalid(List<FieldError> errors) {
    return new DomainException(INVALID_INPUT, Map.of(), errors);
  }

  /** Refuses an input with one wrong field. */
  public static DomainException invalid(String pointer, String code) {
    return invalid(List.of(new FieldError(pointer, code)));
  }
}
