package dev.moim.adapter.persistence.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A leading request as the whole pool is read, by the ten thousand: its columns and no entity, of
 * which Hibernate would keep a copy. Friends who come along are read apart.
 */
record PoolRow(
    UUID id,
    long version,
    UUID memberId,
    String condition,
    int sizeMin,
    int sizeMax,
    @Nullable String relaxations,
    boolean fillRooms,
    Instant submittedAt,
    Instant expiresAt,
    String status,
    @Nullable String endReason,
    @Nullable UUID proposalId,
    @Nullable UUID meetingId,
    @Nullable UUID roomId,
    @Nullable Integer roomSeat,
    @Nullable Instant openUntil) {
  static final String COLUMNS =
      "select r.id, r.version, r.memberId, r.condition, r.sizeMin, r.sizeMax, r.relaxations,"
          + " r.fillRooms, r.submittedAt, r.expiresAt, r.status, r.endReason, r.proposalId,"
          + " r.meetingId, r.roomId, r.roomSeat, r.openUntil";

  MatchRequest.Snapshot snapshot(
      CategoryKey category, List<Invitation> invitations, Function<String, AllOf> conditions) {
    return new MatchRequest.Snapshot(
        new MatchRequestId(id),
        new MemberId(memberId),
        category,
        new MatchRequest.Wish(
            conditions.apply(condition),
            new GroupSize(sizeMin, sizeMax),
            RelaxationJson.read(relaxations),
            fillRooms),
        submittedAt,
        expiresAt,
        Optional.empty(),
        invitations,
        MatchRequestStatus.valueOf(status),
        Optional.ofNullable(endReason).map(EndReason::valueOf),
        Optional.ofNullable(proposalId).map(MatchProposalId::new),
        Optional.ofNullable(meetingId).map(MeetingId::new),
        MatchRequestMapper.seat(roomId, roomSeat),
        Optional.ofNullable(openUntil),
        new Version(version));
  }
}
