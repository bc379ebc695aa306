package dev.moim.application.meeting.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;

/** Takes a member out of a meeting that they can't come to, before it starts. */
@FunctionalInterface
public interface CannotCome {
  record Command(Caller caller, MeetingId meeting) {}

  /**
   * The others are told. A room's meeting is called off if fewer than two are left; otherwise those
   * who wait for a seat in the room are offered this one. For those who were matched at random
   * others are looked for.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND if the caller is not in it;
   *     MEETING_ENDED, MEETING_STARTED
   */
  void cannotCome(Command command);
}
