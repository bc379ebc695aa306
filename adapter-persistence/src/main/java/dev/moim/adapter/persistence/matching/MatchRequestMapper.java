package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.RoomSeat;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

final class MatchRequestMapper {
  private MatchRequestMapper() {}

  static String liveKey(MemberId member, CategoryKey category) {
    return member + ":" + category;
  }

  static void write(MatchRequest.Snapshot request, MatchRequestRow row) {
    MatchRequest.Wish wish = request.wish();
    row.memberId = request.member().value();
    row.category = request.category().value();
    if (request.version().isNew()) {
      // A wish never changes, and is costly to write.
      row.condition = ConditionJson.write(wish.condition());
      row.relaxations = RelaxationJson.write(wish.relaxations());
    }
    row.sizeMin = wish.size().min();
    row.sizeMax = wish.size().max();
    row.fillRooms = wish.fillRooms();
    row.submittedAt = Instants.stored(request.submittedAt());
    row.expiresAt = Instants.stored(request.expiresAt());
    row.leaderId = request.leader().map(MatchRequestId::value).orElse(null);
    row.status = request.status().name();
    row.endReason = request.endReason().map(EndReason::name).orElse(null);
    row.proposalId = request.proposal().map(MatchProposalId::value).orElse(null);
    row.meetingId = request.meeting().map(MeetingId::value).orElse(null);
    row.roomId = request.room().map(RoomId::value).orElse(null);
    row.roomSeat = request.seat().map(RoomSeat::number).orElse(null);
    row.openUntil = request.openUntil().map(Instants::stored).orElse(null);
    row.liveKey = request.isLive() ? liveKey(request.member(), request.category()) : null;
    List<InvitationRow> invitations = invitations(request.invitations());
    row.invitations.retainAll(invitations);
    row.invitations.addAll(invitations);
  }

  private static List<InvitationRow> invitations(List<Invitation> invitations) {
    return IntStream.range(0, invitations.size())
        .mapToObj(i -> row(i + 1, invitations.get(i)))
        .toList();
  }

  private static InvitationRow row(int place, Invitation invitation) {
    return new InvitationRow(
        place,
        invitation.member().value(),
        invitation.answer().name(),
        invitation.companion().map(MatchRequestId::value).orElse(null));
  }

  static MatchRequest.Snapshot read(MatchRequestRow row) {
    return new MatchRequest.Snapshot(
        new MatchRequestId(row.id()),
        new MemberId(row.memberId),
        new CategoryKey(row.category),
        new MatchRequest.Wish(
            ConditionJson.read(row.condition),
            new GroupSize(row.sizeMin, row.sizeMax),
            RelaxationJson.read(row.relaxations),
            row.fillRooms),
        row.submittedAt,
        row.expiresAt,
        Optional.ofNullable(row.leaderId).map(MatchRequestId::new),
        invitations(row),
        MatchRequestStatus.valueOf(row.status),
        Optional.ofNullable(row.endReason).map(EndReason::valueOf),
        Optional.ofNullable(row.proposalId).map(MatchProposalId::new),
        Optional.ofNullable(row.meetingId).map(MeetingId::new),
        seat(row.roomId, row.roomSeat),
        Optional.ofNullable(row.openUntil),
        row.version());
  }

  static List<Invitation> invitations(MatchRequestRow row) {
    return row.invitations.stream()
        .sorted(Comparator.comparingInt(InvitationRow::place))
        .map(MatchRequestMapper::read)
        .toList();
  }

  static Optional<RoomSeat> seat(@Nullable UUID room, @Nullable Integer number) {
    return Optional.ofNullable(room)
        .map(found -> new RoomSeat(new RoomId(found), Optional.ofNullable(number).orElse(0)));
  }

  private static Invitation read(InvitationRow row) {
    return new Invitation(
        new MemberId(row.memberId()),
        Invitation.Answer.valueOf(row.answer()),
        Optional.ofNullable(row.companionId()).map(MatchRequestId::new));
  }
}
