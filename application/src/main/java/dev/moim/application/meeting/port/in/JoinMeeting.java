package dev.moim.application.meeting.port.in;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;

/** Takes somebody into the meeting that a room became, for its context and in its transaction. */
@FunctionalInterface
public interface JoinMeeting {
  record Command(RoomId room, MemberId member) {}

  /**
   * The others are told who joins.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, MEETING_ENDED
   */
  void join(Command command);
}
