package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;
import dev.moim.domain.shared.FieldError;
import java.util.List;
import java.util.Map;

/** Refusals of the HTTP interface itself, before or instead of a use case. */
public enum WebError implements ErrorCode {
  MALFORMED(400, "The request can't be understood."),
  INVALID_PARAMETER(400, "A query parameter is unknown, repeated, or has a value it can't have."),
  INVALID_CURSOR(400, "The cursor is not one that this list gave out."),
  INVALID_IDEMPOTENCY_KEY(400, "An Idempotency-Key is 1 to 255 printable characters."),
  CLIENT_SIGNATURE_INVALID(401, "The request must be signed by the client, and is not."),
  FOREIGN_ORIGIN(403, "Sessions are changed from this site's own pages only."),
  PROVIDER_REFUSED(403, "The provider let nobody in, or was told not to."),
  UNKNOWN_PATH(404, "There is nothing here."),
  UNKNOWN_PROVIDER(404, "There is no such provider to sign in through."),
  METHOD_NOT_ALLOWED(405, "This resource does not know that method."),
  NOT_ACCEPTABLE(406, "The answer is not available in a form that the request accepts."),
  BODY_TOO_SLOW(408, "The body did not come as a whole in time."),
  BODY_TOO_LARGE(413, "The body is larger than 1 MiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a supported type; send application/json."),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request."),
  SIGN_IN_NOT_CURRENT(422, "This sign-in was not begun in this browser, or is over."),
  OVERLOADED(429, "More requests came at once than can be worked on."),
  INTERNAL_ERROR(500, "Something went wrong on our side."),
  PROVIDER_NOT_TRUSTED(502, "What the provider answered can't be trusted."),
  PROVIDER_AWAY(503, "The provider does not answer."),
  PUBLIC_URL_NEEDED(503, "The operator has not said at which address this installation is.");

  private final int status;
  private final String title;

  WebError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status, which is finer here than the kind. */
  int status() {
    return status;
  }

  /** MALFORMED, of a request whose address or headers can't be read at all. */
  static DomainException notWellFormed() {
    return new DomainException(MALFORMED, Map.of(), List.of(new FieldError("", "NOT_WELL_FORMED")));
  }

  @Override
  public ErrorKind kind() {
    return switch (status) {
      case 401 -> ErrorKind.UNAUTHENTICATED;
      case 403 -> ErrorKind.FORBIDDEN;
      case 404 -> ErrorKind.NOT_FOUND;
      case 409 -> ErrorKind.CONFLICT;
      case 422 -> ErrorKind.RULE;
      case 429 -> ErrorKind.TOO_MANY;
      case 500, 502, 503 -> ErrorKind.UNAVAILABLE;
      default -> ErrorKind.MALFORMED;
    };
  }

  @Override
  public String title() {
    return title;
  }
}
