package dev.moim.domain.meeting;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/**
 * What a member says of another after a meeting.
 *
 * @param stars 1 to 5; empty says that they did not come
 */
public record Rating(MemberId member, Optional<Integer> stars) {
  public static final int MOST_STARS = 5;

  public Rating {
    stars.ifPresent(given -> Checks.inRange(given, 1, MOST_STARS, "stars"));
  }

  public boolean saysAbsent() {
    return stars.isEmpty();
  }
}
