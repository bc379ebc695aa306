package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.condition.ConditionJson;
import dev.moim.application.matching.port.in.ListInvitations.InvitationView;
import dev.moim.domain.matching.MatchRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a friend asks the caller to come along to. */
@Schema(name = "MatchInvitation")
record InvitationResponse(
    @Schema(description = "The friend's match request") String matchRequestId,
    @Schema(description = "Of the friend; absent if they no longer exist")
        @Nullable String nickname,
    String category,
    ConditionJson condition,
    MatchRequestResponse.Sizes size,
    Instant expiresAt) {
  /** All of them: there are few. */
  @Schema(name = "MatchInvitations")
  record Listed(List<InvitationResponse> items) {}

  static InvitationResponse of(InvitationView view) {
    MatchRequest.Snapshot request = view.request();
    return new InvitationResponse(
        request.id().toString(),
        view.nickname().orElse(null),
        request.category().value(),
        ConditionJson.of(request.wish().condition()),
        new MatchRequestResponse.Sizes(request.wish().size().min(), request.wish().size().max()),
        request.expiresAt());
  }
}
