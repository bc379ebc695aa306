package dev.moim.application.member.port.in;

import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;

/**
 * A session as its member sees it.
 *
 * @param origin where it was used last
 * @param current whether it is the one that asks
 */
public record SessionInfo(
    SessionId id,
    Origin origin,
    Instant startedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    boolean current) {}
