package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.condition.ConditionJson;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A match request as its member sees it. */
@Schema(name = "MatchRequest")
record MatchRequestResponse(
    String id,
    @Schema(example = "meal") String category,
    ConditionJson condition,
    Sizes size,
    @Schema(description = "The steps that the member agreed to, by name", example = "[\"way\"]")
        List<String> relax,
    @Schema(description = MatchRequestController.FILL_ROOMS) boolean fillRooms,
    @Schema(description = "The friends who come along, or were asked to") List<Companion> party,
    @Schema(description = "Whether the member comes along with a friend who asked")
        boolean companion,
    @Schema(
            allowableValues = {
              "INVITING",
              "WAITING",
              "PROPOSED",
              "MATCHED",
              "CANCELLED",
              "EXPIRED"
            })
        String status,
    @Schema(
            description = "Why it ended without a group",
            allowableValues = {
              "TAKEN_BACK",
              "PROPOSAL_DECLINED",
              "PROPOSAL_UNANSWERED",
              "MEMBER_INACTIVE",
              "PARTY_ENDED",
              "INVITATIONS_UNANSWERED",
              "NOBODY_SUITED",
              "NO_GROUP_POSSIBLE",
              "GROUP_FELL_APART",
              "COULD_NOT_COME",
              "REMOVED_FROM_ROOM"
            })
        @Nullable String endReason,
    Instant submittedAt,
    Instant expiresAt,
    @Schema(description = "How many requests wait in the category") long waiting,
    @Schema(description = "What can be told while it waits") @Nullable Chances outlook,
    @Schema(description = "The group that the member is asked about") @Nullable Proposal proposal,
    @Nullable String meetingId,
    @Schema(description = "Of a room in which it has a seat, as long as it has it")
        @Nullable String roomId,
    @Schema(
            description =
                "Until when its group may change: others join it while it has room, and members may"
                    + " be moved; absent once it is final")
        @Nullable Instant openUntil,
    @Schema(
            description =
                "Of the steps that the member agreed to, those without which the group, or the one"
                    + " that is proposed, would not suit: what is not as first asked for",
            example = "[\"way\"]")
        List<String> relaxed) {
  /** The group sizes that suit. */
  @Schema(name = "MatchRequestSize")
  record Sizes(int min, int max) {}

  /** A friend in the party. */
  @Schema(name = "MatchCompanion")
  record Companion(
      String memberId,
      @Nullable String nickname,
      @Schema(allowableValues = {"OPEN", "ACCEPTED", "DECLINED", "UNANSWERED"}) String answer) {}

  /** Counts and chances, never who. */
  @Schema(name = "MatchOutlook")
  record Chances(
      @Schema(description = "How many people wait in the pool") int people,
      @Schema(description = "How many of the others suit, each by themselves") int suitable,
      List<Chance> chances,
      @Schema(description = "What would bring how many more people, the best first")
          List<Hint> hints) {}

  /** How likely it is to be matched within some minutes. */
  @Schema(name = "MatchChance")
  record Chance(long minutes, @Schema(minimum = "0", maximum = "1") double probability) {}

  /** What to ask for instead of a facet. */
  @Schema(name = "MatchHint")
  record Hint(String facet, ConditionJson wider, int morePeople) {}

  /** A group that its members are asked about. */
  @Schema(name = "MatchProposal")
  record Proposal(
      ConditionJson agreed,
      int people,
      int accepted,
      @Schema(description = "Whether the member has accepted") boolean mine,
      Instant respondBy) {}

  static MatchRequestResponse of(MatchRequestView view) {
    MatchRequest.Snapshot request = view.request();
    MatchRequest.Wish wish = request.wish();
    return new MatchRequestResponse(
        request.id().toString(),
        request.category().value(),
        ConditionJson.of(wish.condition()),
        new Sizes(wish.size().min(), wish.size().max()),
        wish.relaxations().stream().map(Relaxation::name).toList(),
        wish.fillRooms(),
        view.party().stream().map(MatchRequestResponse::companion).toList(),
        !request.leads(),
        request.status().name(),
        request.endReason().map(EndReason::name).orElse(null),
        request.submittedAt(),
        request.expiresAt(),
        view.waiting(),
        view.outlook().map(MatchRequestResponse::chances).orElse(null),
        view.proposal().map(MatchRequestResponse::proposal).orElse(null),
        request.meeting().map(MeetingId::toString).orElse(null),
        request.room().map(RoomId::toString).orElse(null),
        request.openUntil().orElse(null),
        view.relaxed());
  }

  private static Companion companion(MatchRequestView.Companion friend) {
    return new Companion(
        friend.member().toString(), friend.nickname().orElse(null), friend.answer().name());
  }

  private static Chances chances(Outlook outlook) {
    return new Chances(
        outlook.waiting(),
        outlook.suitable(),
        outlook.chances().stream()
            .map(each -> new Chance(each.within().toMinutes(), each.probability()))
            .toList(),
        outlook.hints().stream()
            .map(each ->
                new Hint(
                    each.facet().value(),
                    ConditionJson.of(new AllOf(Map.of(each.facet(), each.wider()))),
                    each.morePeople()))
            .toList());
  }

  private static Proposal proposal(MatchRequestView.Proposal proposal) {
    return new Proposal(
        ConditionJson.of(proposal.agreed()),
        proposal.people(),
        proposal.accepted(),
        proposal.mine(),
        proposal.respondBy());
  }
}
