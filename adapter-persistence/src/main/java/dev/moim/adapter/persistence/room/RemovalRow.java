package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * @param position counts the removals of a room in their order
 */
@Embeddable
record RemovalRow(
    @Column(name = "removal", nullable = false) int position,
    @Column(name = "reason", nullable = false) String reason,
    @Column(name = "removed_at", nullable = false) Instant removedAt) {}
