package dev.moim.application.meeting.port.in;

import dev.moim.domain.meeting.Rating;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MeetingId;
import java.util.List;

/** Takes down what a member says of the others in a meeting, once it is done. */
@FunctionalInterface
public interface ReviewMembers {
  record Command(Caller caller, MeetingId meeting, List<Rating> ratings) {
    public Command {
      ratings = List.copyOf(ratings);
    }
  }

  /**
   * Who is not among the ratings is not rated, and may be later.
   *
   * @throws dev.moim.domain.shared.DomainException MEETING_NOT_FOUND, REVIEW_NOT_OPEN,
   *     ALREADY_REVIEWED, INVALID_INPUT
   */
  void review(Command command);
}
