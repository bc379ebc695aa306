package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

@Embeddable
record SeatRow(
    @Column(name = "seat_number", nullable = false) int seatNumber,
    @Column(name = "member_id", nullable = false) UUID memberId,
    @Column(name = "taken_at", nullable = false) Instant takenAt) {}
