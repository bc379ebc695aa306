package dev.moim.domain.shared;

import java.util.List;
import java.util.Map;

/**
 * A stable name for one reason to refuse. Each context has one enum of these; the names are unique
 * over all contexts and never change, since clients branch on them.
 */
public interface ErrorCode {
  /** UPPER_SNAKE name; of an enum, the constant's. */
  String name();

  ErrorKind kind();

  /** One short English sentence without details, for logs and as the last resort for people. */
  String title();

  default DomainException exception() {
    return new DomainException(this, Map.of(), List.of());
  }

  /** Refuses with one safe detail: a value the caller may see. */
  default DomainException because(String detail, Object value) {
    return new DomainException(this, Map.of(detail, value), List.of());
  }
}
