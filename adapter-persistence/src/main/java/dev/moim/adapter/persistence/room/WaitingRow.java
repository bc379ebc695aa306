package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Embeddable
record WaitingRow(
    @Column(name = "place", nullable = false) int place,
    @Column(name = "waiting_since", nullable = false) Instant waitingSince,
    @Column(name = "offered_until") @Nullable Instant offeredUntil) {}
