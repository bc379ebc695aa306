package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CancelMatchRequestService implements CancelMatchRequest {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final ProposalService proposals;
  private final FindMeetings meetings;

  CancelMatchRequestService(
      MatchingPorts ports,
      MatchRequestStore store,
      ProposalService proposals,
      FindMeetings meetings) {
    this.ports = ports;
    this.store = store;
    this.proposals = proposals;
    this.meetings = meetings;
  }

  @Override
  public void cancel(Command command) {
    ports
        .transactions()
        .writeOnly(() ->
            end(
                store.ownOf(command.caller(), command.request()),
                EndReason.TAKEN_BACK,
                ports.clock().now()));
  }

  /** Ends a request that has neither a group nor an end, if it is still so. */
  void endIfUndecided(MatchRequestId id, EndReason reason) {
    ports
        .transactions()
        .writeOnly(() ->
            ports
                .requests()
                .find(id)
                .filter(MatchRequest::isUndecided)
                .ifPresent(request -> end(request, reason, ports.clock().now())));
  }

  /** Lets go of a group whose meeting the member left; again changes nothing. */
  void leave(MeetingId meeting, MemberId member) {
    ports
        .transactions()
        .writeOnly(() ->
            ports
                .requests()
                .ofMeeting(meeting, member)
                .filter(id -> isGone(meeting, member))
                .map(store::get)
                .ifPresent(request -> store.leaveGroup(request, ports.clock().now())));
  }

  /** Whoever was matched into the same meeting once more is in it again. */
  private boolean isGone(MeetingId meeting, MemberId member) {
    return Optional.ofNullable(meetings.find(List.of(meeting)).get(meeting))
        .filter(present -> present.members().contains(member))
        .isEmpty();
  }

  private void end(MatchRequest request, EndReason reason, Instant now) {
    Optional<MatchProposal> proposal =
        request.snapshot().proposal().flatMap(ports.proposals()::find);
    if (proposal.isPresent()) {
      proposals.decline(request, proposal.get(), reason, now);
    } else {
      store.cancel(request, reason, now);
    }
  }
}
