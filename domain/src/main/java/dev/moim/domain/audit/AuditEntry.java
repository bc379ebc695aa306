package dev.moim.domain.audit;

import dev.moim.domain.shared.AuditEntryId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the audit log: who did what, on what and whom, when and from where. It never changes.
 *
 * @param actor empty if it was the operator
 * @param subject what it was done to
 * @param member whom it concerns; empty if nobody
 * @param address empty if it is not known
 * @param details short texts by name, such as {@code reason}
 */
public record AuditEntry(
    AuditEntryId id,
    Instant at,
    Optional<MemberId> actor,
    AuditAction action,
    AuditSubject subject,
    Optional<MemberId> member,
    String address,
    Map<String, String> details) {
  public AuditEntry {
    details = Map.copyOf(details);
  }
}
