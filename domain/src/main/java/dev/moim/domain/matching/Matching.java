package dev.moim.domain.matching;

import java.util.List;

/**
 * Who was brought together, and who was not.
 *
 * @param groups in the order of their first members
 * @param unmatched in the order in which the candidates were given
 * @param people how many people the candidates are, parties counted in full
 * @param upperBound how many people could be in a group at the very most: no matching of these
 *     candidates has more, and often none has as many
 */
public record Matching<K>(
    List<Group<K>> groups, List<Unmatched<K>> unmatched, int people, int upperBound) {
  public Matching {
    groups = List.copyOf(groups);
    unmatched = List.copyOf(unmatched);
  }

  /** How many people are in a group. */
  public int matched() {
    return groups.stream().mapToInt(Group::people).sum();
  }
}
