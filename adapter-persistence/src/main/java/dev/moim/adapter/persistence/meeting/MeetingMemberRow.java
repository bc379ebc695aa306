package dev.moim.adapter.persistence.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

@Embeddable
record MeetingMemberRow(
    @Column(nullable = false) int place,
    @Column(name = "member_id", nullable = false) UUID memberId,
    @Column(name = "formed_at", nullable = false) Instant formedAt) {}
