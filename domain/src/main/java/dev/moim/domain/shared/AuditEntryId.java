package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies an entry of the audit log; a time-ordered UUID (version 7). */
public record AuditEntryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
