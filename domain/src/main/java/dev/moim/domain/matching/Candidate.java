package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who looks for a group: a person, or a party that stays together.
 *
 * @param id unique among the candidates of one matching
 * @param people how many come: 1, or the size of the party
 * @param condition what suits all of them
 * @param size how many people their group may have, themselves included
 * @param submittedAt of two who are equally hard to place, the older one goes first
 * @param avoids who must not be in their group; holds in both directions, and ids that are not
 *     among the candidates have no effect
 */
public record Candidate<K>(
    K id, int people, AllOf condition, GroupSize size, Instant submittedAt, Set<K> avoids) {
  public Candidate {
    if (people < 1) {
      throw new IllegalArgumentException("at least one person comes: " + people);
    }
    avoids = Set.copyOf(avoids);
  }
}
