package dev.moim.architecture.planted.clean.domain.condition;

/** What suits a room; the kinds answer for themselves. */
public sealed interface MatchCondition {
  boolean allows(int level);

  /** Everything between two levels. */
  record Range(int from, int to) implements MatchCondition {
    @Override
    public boolean allows(int level) {
      return from <= level && level <= to;
    }
  }
}
