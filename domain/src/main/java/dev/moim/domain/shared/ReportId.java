package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a report; a time-ordered UUID (version 7). */
public record ReportId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
