package dev.moim.application.audit.port.in;

import dev.moim.domain.audit.AuditEntry;
import java.util.Optional;

/**
 * A line of the audit log, with the names of the people in it.
 *
 * @param actorName empty if it was the operator, or a member who has left
 * @param memberName empty if it concerns nobody, or a member who has left
 */
public record AuditView(
    AuditEntry entry, Optional<String> actorName, Optional<String> memberName) {}
