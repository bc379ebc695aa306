package dev.moim.application.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it lies in the outbox.
 *
 * @param position grows with each message; of two messages with the same key the one that was
 *     committed before the other's transaction began has the smaller position
 * @param type stable name and version of the event, such as {@code room.member-joined.v1}
 * @param payload JSON
 */
public record OutboxMessage(
    long position, UUID id, String key, String type, String payload, Instant storedAt) {}
