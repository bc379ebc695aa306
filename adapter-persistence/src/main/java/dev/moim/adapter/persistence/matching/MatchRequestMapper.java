package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

final class MatchRequestMapper {
  private MatchRequestMapper() {}

  static String liveKey(MemberId member, CategoryKey category) {
    return member + ":" + category;
  }

  static void write(MatchRequest.Snapshot request, MatchRequestRow row) {
    row.memberId = request.member().value();
    row.category = request.category().value();
    row.condition = ConditionJson.write(request.condition());
    row.sizeMin = request.size().min();
    row.sizeMax = request.size().max();
    row.submittedAt = Instants.stored(request.submittedAt());
    row.expiresAt = Instants.stored(request.expiresAt());
    row.status = request.status().name();
    row.meetingId = request.meeting().map(MeetingId::value).orElse(null);
    row.liveKey =
        request.status() == MatchRequestStatus.WAITING
            ? liveKey(request.member(), request.category())
            : null;
  }

  static MatchRequest.Snapshot read(MatchRequestRow row) {
    return new MatchRequest.Snapshot(
        new MatchRequestId(row.id()),
        new MemberId(row.memberId),
        new CategoryKey(row.category),
        ConditionJson.read(row.condition),
        new GroupSize(row.sizeMin, row.sizeMax),
        row.submittedAt,
        row.expiresAt,
        MatchRequestStatus.valueOf(row.status),
        Optional.ofNullable(row.meetingId).map(MeetingId::new),
        row.version());
  }
}
