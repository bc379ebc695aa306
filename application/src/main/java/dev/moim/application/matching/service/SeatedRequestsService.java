package dev.moim.application.matching.service;

import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.shared.Sweep;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What becomes of requests that have a seat in a room. Whoever gives the seat up has a request that
 * is cancelled, as if they could not come to a meeting; whose seat the host takes waits again; and
 * when the room is given up, or the meeting that came of it called off, all others do. What is done
 * a time too many changes nothing.
 */
final class SeatedRequestsService {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;
  private final FindMeetings meetings;

  SeatedRequestsService(
      MatchingPorts ports, MatchRequestStore store, PartyStore parties, FindMeetings meetings) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
    this.meetings = meetings;
  }

  /**
   * A member gave their seat up.
   *
   * @param number the seat's; one that they have taken since in the same room is another one
   */
  void leave(RoomId room, MemberId member, int number) {
    Predicate<MatchRequest.Snapshot> hasThatSeat =
        request -> request.seat().filter(seat -> seat.isUpTo(room, number)).isPresent();
    vacate(room, isOf(member).and(hasThatSeat), parties::leaveGroup);
  }

  /** The host took a member's seat, who never gets another one in that room. */
  void remove(RoomId room, MemberId member) {
    vacate(room, isOf(member), parties::loseOwnSeat);
  }

  /**
   * A member cannot come to a meeting, which may have come of a room; nobody comes back to such.
   */
  void missMeeting(MeetingId meeting, MemberId member) {
    roomOf(meeting).ifPresent(room -> vacate(room, isOf(member), parties::leaveGroup));
  }

  /** A meeting does not take place, which may have come of a room. */
  void callOff(MeetingId meeting) {
    roomOf(meeting).ifPresent(this::giveUp);
  }

  private Optional<RoomId> roomOf(MeetingId meeting) {
    return Optional.ofNullable(meetings.find(List.of(meeting)).get(meeting))
        .flatMap(Participation::room);
  }

  private static Predicate<MatchRequest.Snapshot> isOf(MemberId member) {
    return request -> request.member().equals(member);
  }

  /** Gets requests out of their seats in a room, each for itself. */
  private void vacate(
      RoomId room, Predicate<MatchRequest.Snapshot> whose, BiConsumer<MatchRequest, Instant> how) {
    ports
        .transactions()
        .writeOnly(() ->
            ports.requests().seatedIn(room).stream()
                .filter(whose)
                .forEach(request -> how.accept(store.get(request.id()), ports.clock().now())));
  }

  /**
   * The room was given up. Who is told of it waits again; who did it does not, nor who had left
   * before and is heard of only later.
   */
  void cancel(RoomEvent.RoomCancelled event) {
    Set<MemberId> told = Set.copyOf(event.notice().recipients());
    vacate(event.room(), request -> !told.contains(request.member()), parties::leaveGroup);
    giveUp(event.room());
  }

  /** Managers hid the room; one that was not open any more stays what it was. */
  void hide(RoomEvent.RoomHidden event) {
    if (event.cancelled()) {
      giveUp(event.room());
    }
  }

  /** The room does not take place. */
  void giveUp(RoomId room) {
    Sweep.over(
        seatedIn(room).stream()
            .filter(MatchRequest.Snapshot::leads)
            .map(MatchRequest.Snapshot::id)
            .toList(),
        leading -> waitAgain(room, leading));
  }

  private List<MatchRequest.Snapshot> seatedIn(RoomId room) {
    return ports.transactions().read(() -> ports.requests().seatedIn(room));
  }

  /** Whoever has asked for another group meanwhile is content with that, and so is their party. */
  private void waitAgain(RoomId room, MatchRequestId id) {
    ports
        .transactions()
        .writeOnly(() -> {
          Party party = parties.of(store.get(id));
          if (party.requests().allMatch(one -> one.isSeatedIn(room) && store.mayLookAgain(one))) {
            party.requests().forEach(one -> one.loseSeat(ports.clock().now()));
            parties.save(party);
          }
        });
  }
}
