package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Somebody who waits for a group: a person, or a party that stays together.
 *
 * @param id unique among those who wait in one pool or are in one of its open groups
 * @param people how many come: 1, or the size of the party
 * @param condition what suits all of them
 * @param size how many people their group may have, themselves included
 * @param submittedAt when they began to wait; kept when they come back after a group fell through
 * @param expiresAt when they give up; after {@code submittedAt}, by at most {@link #LONGEST}. Both
 *     times count to the microsecond
 * @param relaxations what they ask for no longer as they wait; kept by age
 * @param avoids who must not be in their group; holds in both directions, and ids that are not in
 *     the pool have no effect
 * @param recentPartners who should not be in their group while there is another way; holds in both
 *     directions as well
 */
public record WaitingRequest<K>(
    K id,
    int people,
    AllOf condition,
    GroupSize size,
    Instant submittedAt,
    Instant expiresAt,
    List<Relaxation> relaxations,
    Set<K> avoids,
    Set<K> recentPartners) {
  /** The longest that anybody may wait, and the greatest age of a relaxation. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59Z");

  public WaitingRequest {
    if (people < 1) {
      throw new IllegalArgumentException("at least one person comes: " + people);
    }
    submittedAt = submittedAt.truncatedTo(ChronoUnit.MICROS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    if (submittedAt.isBefore(EARLIEST) || submittedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException("submitted in the years 0 to 9998: " + submittedAt);
    }
    if (!expiresAt.isAfter(submittedAt)
        || expiresAt.isAfter(submittedAt.plus(LONGEST))
        || relaxations.stream().anyMatch(step -> step.age().compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "a request waits for up to 366 days: " + submittedAt + " to " + expiresAt);
    }
    relaxations = relaxations.stream().sorted(Comparator.comparing(Relaxation::age)).toList();
    avoids = Set.copyOf(avoids);
    recentPartners = Set.copyOf(recentPartners);
  }

  /** What they ask for at a moment, given for how long they have waited. */
  public AllOf conditionAt(Instant now) {
    return Relaxation.relaxed(condition, stepsDue(now));
  }

  /** The sizes that they accept at a moment, given for how long they have waited. */
  public GroupSize sizeAt(Instant now) {
    return Relaxation.relaxed(size, stepsDue(now));
  }

  private List<Relaxation> stepsDue(Instant now) {
    return Relaxation.due(relaxations, Duration.between(submittedAt, now));
  }
}
