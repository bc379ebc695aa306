package dev.moim.domain.condition;

import java.util.BitSet;
import java.util.function.Function;

/**
 * How the conditions of a facet are written down for machines, so that the meet of many takes a few
 * instructions. It depends on the facet alone, not on who asks: what was written for one member can
 * be compared with whoever comes later.
 */
public sealed interface Encoding {
  /**
   * Each condition accepts some of the positions 0 … size-1; two of them meet where they have a
   * common position.
   *
   * @param size at least 1
   * @param accepted the positions that a condition accepts, as a copy of the caller's own; none for
   *     a condition of another configuration, whose options no longer exist
   */
  record Positions(int size, Function<MatchCondition, BitSet> accepted) implements Encoding {}

  /**
   * Each condition accepts a stretch of a long line; two of them meet where they overlap for as
   * long as both want.
   *
   * @param coarseness the binary logarithm of a length into which the line is usefully divided for
   *     a first, rough comparison
   * @param accepted the stretch that a condition accepts; {@link Stretch#NOTHING} for a condition
   *     of another configuration
   */
  record Line(int coarseness, Function<MatchCondition, Stretch> accepted) implements Encoding {}

  /**
   * A part of a line.
   *
   * @param from where it begins
   * @param to where it ends
   * @param least how long a common part must be, end minus beginning; not negative
   */
  record Stretch(long from, long to, long least) {
    /** Far enough for all values that occur, and so near that differences never overflow. */
    private static final long END = 1L << 61;

    /** Meets every stretch that is not empty. */
    public static final Stretch EVERYTHING = new Stretch(-END, END, 0);

    /** Meets nothing, not even itself. */
    public static final Stretch NOTHING = new Stretch(1, 0, 0);
  }
}
