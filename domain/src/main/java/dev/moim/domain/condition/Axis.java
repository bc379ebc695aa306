package dev.moim.domain.condition;

import java.util.BitSet;

/** The positions 0 … size-1 of a facet; each condition of its kind accepts some of them. */
public interface Axis {
  /** At least 1. */
  int size();

  /**
   * The positions that the condition accepts, in a copy of the caller's own. Empty only for a
   * condition of another configuration, whose options no longer exist.
   */
  BitSet accepted(MatchCondition condition);
}
