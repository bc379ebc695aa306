package dev.moim.domain.matching;

import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/**
 * A friend who was asked to come along.
 *
 * @param companion the friend's own request, once they have accepted
 */
public record Invitation(MemberId member, Answer answer, Optional<MatchRequestId> companion) {
  /** What became of an invitation. */
  public enum Answer {
    OPEN,
    ACCEPTED,
    /** Declined, or accepted and then left. */
    DECLINED,
    /** Whoever was not waited for. */
    UNANSWERED
  }

  static Invitation of(MemberId member) {
    return new Invitation(member, Answer.OPEN, Optional.empty());
  }

  Invitation accepted(MatchRequestId request) {
    return new Invitation(member, Answer.ACCEPTED, Optional.of(request));
  }

  Invitation unanswered() {
    return new Invitation(member, Answer.UNANSWERED, Optional.empty());
  }

  Invitation declined() {
    return new Invitation(member, Answer.DECLINED, companion);
  }

  boolean isAccepted() {
    return answer == Answer.ACCEPTED;
  }

  boolean isOpen() {
    return answer == Answer.OPEN;
  }
}
