package dev.moim.application.meeting.port.in;

import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.Set;

/** Ends a meeting that will not take place, for another context and in its transaction. */
@FunctionalInterface
public interface CallOffMeeting {
  /**
   * What does not take place, and why.
   *
   * @param informed members who learn of it otherwise
   */
  record Command(MeetingId meeting, CallOffReason reason, Set<MemberId> informed) {
    public Command {
      informed = Set.copyOf(informed);
    }

    /** Everybody learns of it by this alone. */
    public Command(MeetingId meeting, CallOffReason reason) {
      this(meeting, reason, Set.of());
    }
  }

  /**
   * Idempotent. The members who are not informed are told if too few are left, and nobody if they
   * were regrouped.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND; MEETING_ENDED if it has taken
   *     place
   */
  void callOff(Command command);
}
