package dev.moim.application.meeting.port.in;

import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.List;

/** Changes who is in a meeting, for another context and in its transaction. */
@FunctionalInterface
public interface RegroupMeeting {
  record Command(MeetingId meeting, List<MemberId> joining, List<MemberId> leaving) {
    public Command {
      joining = List.copyOf(joining);
      leaving = List.copyOf(leaving);
    }
  }

  /**
   * Idempotent: who is there does not join again, who is not there does not leave. The others are
   * told who joins; those who leave are not told.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, MEETING_ENDED
   */
  void regroup(Command command);
}
