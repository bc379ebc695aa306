package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.condition.ConditionJson;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MeetingId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A match request as its member sees it. */
@Schema(name = "MatchRequest")
record MatchRequestResponse(
    String id,
    @Schema(example = "meal") String category,
    ConditionJson condition,
    Sizes size,
    @Schema(allowableValues = {"WAITING", "MATCHED", "CANCELLED", "EXPIRED"}) String status,
    Instant submittedAt,
    Instant expiresAt,
    @Schema(description = "How many requests wait in the category") long waiting,
    @Nullable String meetingId) {
  /** The group sizes that suit. */
  @Schema(name = "MatchRequestSize")
  record Sizes(int min, int max) {}

  static MatchRequestResponse of(MatchRequestView view) {
    MatchRequest.Snapshot request = view.request();
    return new MatchRequestResponse(
        request.id().toString(),
        request.category().value(),
        ConditionJson.of(request.condition()),
        new Sizes(request.size().min(), request.size().max()),
        request.status().name(),
        request.submittedAt(),
        request.expiresAt(),
        view.waiting(),
        request.meeting().map(MeetingId::toString).orElse(null));
  }
}
