package dev.moim.domain.meeting;

import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/**
 * Points that a meeting brings a member.
 *
 * @param points below zero for those that are lost
 * @param by whose stars they are; empty for other reasons
 */
public record Award(MemberId member, ScoreReason reason, int points, Optional<MemberId> by) {
  private static final int[] POINTS_OF_STARS = {-10, 0, 10, 20, 42};

  /**
   * Whether it is what others say of the member; who wrote what and when is not for them to know.
   */
  public boolean isOpinion() {
    return switch (reason) {
      case STARS_RECEIVED, REPORTED_ABSENT -> true;
      case TOOK_PART, HOSTED, REVIEWED_OTHERS -> false;
    };
  }

  static Award tookPart(MemberId member) {
    return new Award(member, ScoreReason.TOOK_PART, 10, Optional.empty());
  }

  static Award hosted(MemberId member) {
    return new Award(member, ScoreReason.HOSTED, 42, Optional.empty());
  }

  static Award reviewed(MemberId member) {
    return new Award(member, ScoreReason.REVIEWED_OTHERS, 20, Optional.empty());
  }

  static Award stars(MemberId member, int stars, MemberId by) {
    return new Award(
        member, ScoreReason.STARS_RECEIVED, POINTS_OF_STARS[stars - 1], Optional.of(by));
  }

  static Award absent(MemberId member) {
    return new Award(member, ScoreReason.REPORTED_ABSENT, -200, Optional.empty());
  }
}
