package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The conditions of many candidates as rows of words in one array, which grows as needed; {@link
 * Layout} says what stands in a row.
 *
 * <p>A row under construction, such as the meet of a group, is a {@code long[]} of the caller's, as
 * many words from an offset as {@link Layout#width} says. Not thread-safe.
 */
final class ConditionTable {
  private final Layout layout;
  private final int width;
  private long[] rows;

  /**
   * @param rows for how many there is place at first
   */
  ConditionTable(Layout layout, int rows) {
    this.layout = layout;
    this.width = layout.width();
    this.rows = new long[Math.multiplyExact(width, rows)];
  }

  Layout layout() {
    return layout;
  }

  /** How many words a row takes. */
  int width() {
    return width;
  }

  /** Writes a condition into a row. */
  void put(int row, AllOf condition) {
    reserve(row);
    layout.encode(condition, rows, row * width);
  }

  /** Copies a row from elsewhere. */
  void put(int row, long[] words, int from) {
    reserve(row);
    System.arraycopy(words, from, rows, row * width, width);
  }

  private void reserve(int row) {
    int needed = Math.multiplyExact(row + 1, width);
    if (needed > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(needed, 2 * rows.length));
    }
  }

  /** Copies a row to where a group begins. */
  void copy(int row, long[] into, int to) {
    System.arraycopy(rows, row * width, into, to, width);
  }

  /**
   * The meet of a group and one more row.
   *
   * @param group holds the group's words from {@code from}
   * @param into takes the result from {@code to}; may be {@code group}
   * @return false if it is empty; what was written is of no use then
   */
  boolean meet(long[] group, int from, int row, long[] into, int to) {
    return layout.meet(group, from, rows, row * width, into, to);
  }

  /** Whether the meet of two rows is not empty. */
  boolean fit(int one, int other) {
    return layout.fit(rows, one * width, rows, other * width);
  }

  /** Whether the meet of a row of the caller's and one of these is not empty. */
  boolean fit(long[] group, int from, int row) {
    return layout.fit(group, from, rows, row * width);
  }

  /**
   * For each facet, who accepts the same.
   *
   * @param candidates rows that fit themselves
   * @return for each facet, the places in {@code candidates} of those who accept a value, for each
   *     value that may make a difference; where any of them have a common value of the facet, they
   *     are together in one of these sets
   */
  List<List<BitSet>> sharing(int[] candidates) {
    var sharing = new ArrayList<List<BitSet>>();
    for (Layout.Bits facet : layout.bits()) {
      sharing.add(
          IntStream.range(0, facet.size())
              .mapToObj(position ->
                  places(
                      candidates,
                      at -> {
                        int bit = facet.shift() + position;
                        return (rows[at + facet.start() + bit / Long.SIZE] >>> bit & 1) == 1;
                      }))
              .toList());
    }
    for (Layout.Line facet : layout.lines()) {
      sharing.add(sharing(facet.start(), candidates));
    }
    return sharing;
  }

  /** Stretches that have a common part, have it where one of them begins, as long as one wants. */
  private List<BitSet> sharing(int word, int[] candidates) {
    var sharing = new ArrayList<BitSet>();
    for (long from : distinct(candidates, word)) {
      for (long least : distinct(candidates, word + 2)) {
        sharing.add(
            places(
                candidates,
                at ->
                    rows[at + word] <= from
                        && from + least <= rows[at + word + 1]
                        && rows[at + word + 2] <= least));
      }
    }
    return sharing;
  }

  private long[] distinct(int[] candidates, int word) {
    return Arrays.stream(candidates)
        .mapToLong(row -> rows[row * width + word])
        .distinct()
        .toArray();
  }

  private BitSet places(int[] candidates, IntPredicate accepts) {
    var places = new BitSet(candidates.length);
    for (int i = 0; i < candidates.length; i++) {
      places.set(i, accepts.test(candidates[i] * width));
    }
    return places;
  }
}
