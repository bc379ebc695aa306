package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import java.time.Instant;
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
 * @param expiresAt when they give up; after {@code submittedAt}
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
  public WaitingRequest {
    if (people < 1) {
      throw new IllegalArgumentException("at least one person comes: " + people);
    }
    if (!expiresAt.isAfter(submittedAt)) {
      throw new IllegalArgumentException("a request expires after it was submitted: " + expiresAt);
    }
    relaxations = relaxations.stream().sorted(Comparator.comparing(Relaxation::age)).toList();
    avoids = Set.copyOf(avoids);
    recentPartners = Set.copyOf(recentPartners);
  }

  /** What they ask for at a moment, given for how long they have waited. */
  public AllOf conditionAt(Instant now) {
    AllOf relaxed = condition;
    for (Relaxation step : relaxations) {
      if (isDue(step, now)) {
        relaxed = step.relax(relaxed);
      }
    }
    return relaxed;
  }

  /** The sizes that they accept at a moment, given for how long they have waited. */
  public GroupSize sizeAt(Instant now) {
    GroupSize relaxed = size;
    for (Relaxation step : relaxations) {
      if (isDue(step, now)) {
        relaxed = step.relax(relaxed);
      }
    }
    return relaxed;
  }

  private boolean isDue(Relaxation step, Instant now) {
    return !now.isBefore(submittedAt.plus(step.age()));
  }
}
