package dev.moim.application.matching.service;

import dev.moim.application.matching.service.PoolContents.Contents;
import dev.moim.application.meeting.port.in.CallOffMeeting;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The seats of meetings whose place and time are fixed. One that becomes free is to be filled,
 * until somebody who sits there looks for another group.
 */
final class MeetingSeats {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;
  private final MatchingNeighbours.Meetings meetings;

  MeetingSeats(
      MatchingPorts ports,
      MatchRequestStore store,
      PartyStore parties,
      MatchingNeighbours.Meetings meetings) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
    this.meetings = meetings;
  }

  /**
   * Ends the request of a member who left a meeting, and lets the others look for somebody else;
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

  /**
   * Lets the meeting of a request go on as it is, with its seats free, within a running
   * transaction; returns whether it does. One that is still to be fixed does not, nor one that is
   * left with a single member: the pool is about to give it up.
   */
  boolean leaveFree(MatchRequest.Snapshot live) {
    Optional<Participation> fixed =
        live.meeting()
            .flatMap(this::find)
            .filter(meeting -> Contents.isFixed(live, meeting))
            .filter(meeting -> meeting.members().size() >= Meeting.FEWEST);
    fixed.ifPresent(meeting ->
        parties.in(meeting.meeting()).stream()
            .flatMap(Party::requests)
            .filter(MatchRequest::isInOpenGroup)
            .forEach(request -> {
              request.closeGroup();
              store.save(request);
            }));
    return fixed.isPresent();
  }
}
