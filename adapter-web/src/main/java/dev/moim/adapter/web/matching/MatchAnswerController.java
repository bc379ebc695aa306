package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.matching.port.in.AnswerInvitation;
import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.ListInvitations;
import dev.moim.application.matching.port.in.ViewMatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members are asked: to come along with a friend, and whether they want a group. */
@RestController
@RequestMapping(path = "/api/v1/match-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Match requests")
class MatchAnswerController {
  private final ListInvitations listInvitations;
  private final AnswerInvitation answerInvitation;
  private final AnswerProposal answerProposal;
  private final ViewMatchRequest viewMatchRequest;

  MatchAnswerController(
      ListInvitations listInvitations,
      AnswerInvitation answerInvitation,
      AnswerProposal answerProposal,
      ViewMatchRequest viewMatchRequest) {
    this.listInvitations = listInvitations;
    this.answerInvitation = answerInvitation;
    this.answerProposal = answerProposal;
    this.viewMatchRequest = viewMatchRequest;
  }

  @GetMapping("/invitations")
  @Operation(summary = "What friends ask one to come along to, the latest first; 100 at the most")
  InvitationResponse.Listed invitations(Caller caller) {
    return new InvitationResponse.Listed(
        listInvitations.list(caller).stream().map(InvitationResponse::of).toList());
  }

  @PostMapping("/{id}/companions/me")
  @ResponseStatus(HttpStatus.CREATED)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"NOT_INVITED", "INVITATION_CLOSED", "LIVE_REQUEST_EXISTS", "MATCHING_PAUSED"})
  @Operation(summary = "Come along with a friend; answers with one's own request from then on")
  ResponseEntity<MatchRequestResponse> comeAlong(Caller caller, @PathVariable String id) {
    MatchRequestId own =
        answerInvitation.answer(new AnswerInvitation.Command(caller, invitation(id), true));
    return ResponseEntity.created(URI.create("/api/v1/match-requests/" + own))
        .body(MatchRequestResponse.of(viewMatchRequest.view(caller, own)));
  }

  @DeleteMapping("/{id}/companions/me")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"NOT_INVITED", "INVITATION_CLOSED"})
  @Operation(summary = "Do not come along with a friend")
  ResponseEntity<Void> stayAway(Caller caller, @PathVariable String id) {
    answerInvitation.answer(new AnswerInvitation.Command(caller, invitation(id), false));
    return ResponseEntity.noContent().build();
  }

  private static MatchRequestId invitation(String id) {
    return Parameters.id(id)
        .map(MatchRequestId::new)
        .orElseThrow(MatchingError.NOT_INVITED::exception);
  }

  @PostMapping("/{id}/acceptance")
  @Refuses({"MATCH_REQUEST_NOT_FOUND", "PROPOSAL_CLOSED"})
  @Operation(summary = "Accept the proposed group; it comes about when all have")
  MatchRequestResponse accept(Caller caller, @PathVariable String id) {
    return answer(caller, id, true);
  }

  @PostMapping("/{id}/refusal")
  @Refuses({"MATCH_REQUEST_NOT_FOUND", "PROPOSAL_CLOSED"})
  @Operation(summary = "Decline the proposed group, which ends one's request")
  MatchRequestResponse decline(Caller caller, @PathVariable String id) {
    return answer(caller, id, false);
  }

  private MatchRequestResponse answer(Caller caller, String id, boolean accepts) {
    return MatchRequestResponse.of(
        answerProposal.answer(
            new AnswerProposal.Command(caller, MatchRequestController.requestId(id), accepts)));
  }
}
