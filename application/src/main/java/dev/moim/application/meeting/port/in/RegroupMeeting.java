package dev.moim.application.meeting.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes who is in a meeting, for another context and in its transaction. */
@FunctionalInterface
public interface RegroupMeeting {
  /**
   * Who joins and leaves.
   *
   * @param agreed what those who meet then are agreed on
   */
  record Command(
      MeetingId meeting,
      List<MemberId> joining,
      List<MemberId> leaving,
      AllOf agreed,
      Optional<Instant> startsAt) {
    public Command {
      joining = List.copyOf(joining);
      leaving = List.copyOf(leaving);
    }
  }

  /**
   * Idempotent: who is there does not join again, who is not there does not leave. The others are
   * told who joins, and of another place or time; those who leave are not told.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, MEETING_ENDED
   */
  void regroup(Command command);
}
