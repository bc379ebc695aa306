package dev.moim.adapter.persistence.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record MatchProposalSeatRow(
    @Column(nullable = false) int place,
    @Column(name = "request_id", nullable = false) UUID requestId,
    @Column(name = "member_id", nullable = false) UUID memberId,
    @Column(nullable = false) boolean accepted) {}
