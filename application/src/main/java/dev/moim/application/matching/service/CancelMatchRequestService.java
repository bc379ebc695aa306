package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CancelMatchRequestService implements CancelMatchRequest {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;
  private final ProposalService proposals;
  private final MatchingNeighbours.Meetings meetings;

  CancelMatchRequestService(
      MatchingPorts ports,
      MatchRequestStore store,
      PartyStore parties,
      ProposalService proposals,
      MatchingNeighbours.Meetings meetings) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
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

  /**
   * Lets go of a group whose meeting the member left, and lets the others look for somebody else;
   * again changes nothing.
   */
  void leave(MeetingId meeting, MemberId member) {
    ports
        .transactions()
        .writeOnly(() -> {
          if (isGone(meeting, member)) {
            Instant now = ports.clock().now();
            // The pool may have been quicker.
            ports
                .requests()
                .ofMeeting(meeting, member)
                .map(store::get)
                .ifPresent(request -> parties.leaveGroup(request, now));
            find(meeting)
                .filter(left -> left.status() == MeetingStatus.UPCOMING)
                .ifPresent(left -> reopen(left, now));
          }
        });
  }

  /** Whoever was matched into the same meeting once more is in it again. */
  private boolean isGone(MeetingId meeting, MemberId member) {
    return find(meeting).filter(present -> present.members().contains(member)).isEmpty();
  }

  private Optional<Participation> find(MeetingId meeting) {
    return Optional.ofNullable(meetings.find().find(List.of(meeting)).get(meeting));
  }

  /**
   * Says in the store that the seat is free, so that the pool finds the group although the hint at
   * it is lost: it fills the seat, or gives the group up. If somebody looks for another group
   * already, this one stays as it is, unless there is nobody else.
   */
  private void reopen(Participation meeting, Instant now) {
    List<MatchRequest> rest =
        parties.in(meeting.meeting()).stream()
            .flatMap(Party::requests)
            .filter(request -> meeting.members().contains(request.snapshot().member()))
            .toList();
    if (rest.stream().allMatch(store::mayLookAgain)) {
      Optional<Instant> until = meeting.startsAt().filter(now::isBefore);
      rest.stream()
          .filter(request -> !request.isInOpenGroup())
          .forEach(request ->
              until.ifPresent(start -> {
                request.reopenGroup(start);
                store.save(request);
              }));
    } else if (meeting.members().size() < Meeting.FEWEST) {
      meetings
          .callOff()
          .callOff(new CallOffMeeting.Command(meeting.meeting(), CallOffReason.TOO_FEW));
    }
  }

  private void end(MatchRequest request, EndReason reason, Instant now) {
    Optional<MatchProposal> proposal =
        request.snapshot().proposal().flatMap(ports.proposals()::find);
    if (proposal.isPresent()) {
      proposals.decline(request, proposal.get(), reason, now);
    } else {
      parties.cancel(request, reason, now);
    }
  }
}
