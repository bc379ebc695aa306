package dev.moim.domain.audit;

import java.util.UUID;

/**
 * What an action was done to.
 *
 * @param kind such as {@code MEMBER}; at most 20 characters
 */
public record AuditSubject(String kind, UUID id) {}
