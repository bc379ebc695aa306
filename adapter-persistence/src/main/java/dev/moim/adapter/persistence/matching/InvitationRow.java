package dev.moim.adapter.persistence.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Embeddable
record InvitationRow(
    @Column(nullable = false) int place,
    @Column(name = "member_id", nullable = false) UUID memberId,
    @Column(nullable = false) String answer,
    @Column(name = "companion_id") @Nullable UUID companionId) {}
