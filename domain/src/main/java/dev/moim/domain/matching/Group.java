package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.util.List;

/**
 * Candidates who were brought together.
 *
 * @param members in the order in which the candidates were given
 * @param people how many they are, parties counted in full
 * @param agreed the value on which they settle, for each facet that has one
 */
public record Group<K>(List<K> members, int people, AllOf agreed) {
  public Group {
    members = List.copyOf(members);
  }
}
