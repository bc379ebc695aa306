package dev.moim.domain.room;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * That the host took a member's seat, who can't come back.
 *
 * @param reason what the member is told; may be empty
 */
public record Removal(MemberId member, String reason, Instant at) {}
